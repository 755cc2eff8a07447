package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TfRecordsTest {

    /** The check value of CRC-32C in the catalogues is e3069283; masked it is this. */
    @Test
    void masks_the_published_check_value() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Integer.toHexString(TfRecords.maskedChecksum(digits, 9)))
                .isEqualTo(Integer.toHexString(Integer.rotateRight(0xe3069283, 15) + 0xa282ead8));
    }

    /** The first record of logs that TensorFlow itself writes has 24 bytes, so that they begin with these 12. */
    @Test
    void frames_a_record_as_tensorflow_does() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        TfRecords.write(out, new byte[24]);

        assertThat(HexFormat.of().formatHex(out.toByteArray(), 0, 12)).isEqualTo("1800000000000000a37f4b22");
        assertThat(out.size()).isEqualTo(8 + 4 + 24 + 4);
    }

    @Test
    void reads_back_what_it_wrote() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TfRecords.write(out, new byte[0]);
        TfRecords.write(out, new byte[] {1, 2, 3});
        TfRecords records = new TfRecords(new ByteArrayInputStream(out.toByteArray()), "log");

        assertThat(records.next()).isEmpty();
        assertThat(records.next()).containsExactly(1, 2, 3);
        assertThat(records.next()).isNull();
    }
}
