package io.daybook.benchmarks.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.util.ArrayList;
import java.util.List;

/** Requests of ten thousand points as columns, whose steps go on where the last one's ended. */
public final class Columns implements Feed {

    public static final String KEY = "train/loss";
    public static final int POINTS = 10_000;

    private static final int FIRST = 10_000;
    private static final int DIFFERENT = 4;

    private final List<byte[]> requests = new ArrayList<>();
    private final List<int[]> steps = new ArrayList<>();
    private int sent;

    public Columns(long iteration) {
        for (int i = 0; i < DIFFERENT; i++) add("/series/iteration/" + iteration + "/scalars", body(i));
    }

    private void add(String path, String body) {
        byte[] request = Requests.post(path, body);
        requests.add(request);
        steps.add(places(request, body));
    }

    /** Where the leading half of each step stands: it counts requests, the other half counts points. */
    private static int[] places(byte[] request, String body) {
        int offset = request.length - body.length();
        int[] places = new int[POINTS];
        int at = body.indexOf('[', body.indexOf("\"step\"")) + 1;
        for (int i = 0; i < POINTS; i++) {
            places[i] = offset + at;
            at = body.indexOf(',', at) + 1;
        }
        return places;
    }

    private static String body(int seed) {
        Noise noise = new Noise(seed);
        StringBuilder step = new StringBuilder();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            String comma = i == 0 ? "" : ",";
            step.append(comma).append((long) FIRST * POINTS + i);
            value.append(comma).append(noise.next());
        }
        return "{\"series\":[{\"key\":\"" + KEY + "\",\"step\":[" + step + "],\"value\":[" + value + "]}]}";
    }

    /** Of one connection alone. */
    @Override
    public byte[] next() {
        byte[] request = requests.get(sent % DIFFERENT);
        byte[] lead = Integer.toString(FIRST + sent).getBytes(US_ASCII);
        for (int place : steps.get(sent % DIFFERENT)) System.arraycopy(lead, 0, request, place, lead.length);
        sent++;
        return request;
    }
}
