package dev.vitrine.server.gallery;

import java.util.List;

/** The examples on the first page, in order. */
public record Gallery(List<Scene> scenes) {
    public Gallery {
        scenes = List.copyOf(scenes);
    }

    /** A vignette and requests that show it; the first one is the picture shown largest. */
    public record Scene(String id, String title, List<Request> requests) {
        public Scene {
            requests = List.copyOf(requests);
        }
    }

    /** A request and what it shows. Its URL is a path of this server with its query. */
    public record Request(String title, String url) {}
}
