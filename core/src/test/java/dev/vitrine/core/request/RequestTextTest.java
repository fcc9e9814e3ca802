package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestTextTest {
    @Test
    void of_anyRequest_parsesToTheSame() {
        RandomRequests requests = new RandomRequests(20261122);
        for (int i = 0; i < 1000; i++) {
            ParsedRequest request = requests.next();
            String text = RequestText.of(request);
            ParsedRequest again = Requests.parse(text);
            assertEquals(request, Requests.withoutWarnings(again), text);
            assertEquals(text, RequestText.of(again));
        }
    }

    @Test
    void of_nothing_isEmpty() {
        assertEquals("", Requests.canonical(""));
        assertEquals("?wid=3", Requests.canonical("?wid=3"));
    }

    @Test
    void of_commandsInAnyOrder_isInTheTablesOrder() {
        assertEquals(
                "/a?$v=1&req=object&wid=3&obj=b&src=c&color=010101&show",
                Requests.canonical("/a?obj=b&show&color=1&wid=3&src=c&req=object&$v=1"));
    }
}
