#!/bin/sh
# Rebuild the example content from nothing but the scripts: materials, passes, layers, manifests, packages.
# Takes about half an hour on two cores; needs the packages named in README.md. Never part of the tests.
#   ./make.sh            everything          ./make.sh sofa       one scene
#   SAMPLES=16 ./make.sh mug                 a quick, noisy look
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-/usr/bin/python3}
export OPENCV_IO_ENABLE_OPENEXR=1 THREADS="${THREADS:-2}"

style() {
    ../vitrine pack "styles/$1/style.yaml" -o "styles/$1.$2"
}

scene() {
    mkdir -p "scenes/$1/build"
    nice -n 5 blender -b --python "scenes/$1/make_scene.py" -- ${SAMPLES:-$2} > "scenes/$1/build/render.log" 2>&1
    "$python" "scenes/$1/make_layers.py"
    ../vitrine pack "scenes/$1/scene.yaml" -o "vignettes/$1.ovp"
}

wanted=${*:-materials styles sofa room kitchen mug garment}
for part in $wanted; do
    case $part in
        materials) "$python" tools/make_materials.py ;;
        sofa) scene sofa 88 ;;
        room) scene room 88 ;;
        kitchen) scene kitchen 48 ;;
        mug) scene mug 80 ;;
        garment) scene garment 44 ;;
        styles)
            "$python" styles/make_styles.py
            style shaker ovc
            style cafe ovw
            style valance ovw
            ;;
        *) echo "unknown part: $part" >&2; exit 2 ;;
    esac
done
