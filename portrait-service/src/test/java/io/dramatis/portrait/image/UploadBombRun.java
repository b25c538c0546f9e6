package io.dramatis.portrait.image;

import io.dramatis.kit.error.DomainException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process that reads a hundred hostile files as the service does, one after the other as its one decoder does, while
 * 80 MB are taken by everything else. Prints what came of them.
 */
final class UploadBombRun {

    private static final int TIMES = 100;

    private UploadBombRun() {}

    public static void main(String[] args) {
        byte[] everythingElse = new byte[80 * 1024 * 1024];
        List<byte[]> bombs = List.of(
                TestPictures.png(4000, 4000, 8, 4000),
                TestPictures.png(4000, 4000, 16, 4000),
                TestPictures.file(TestPictures.quartered(4000, 4000, 0), "jpeg"),
                TestPictures.webp(2048, 2048, 0xFF102030),
                TestPictures.webp(2048, 2048, 0x80102030),
                TestPictures.png(4000, 4000, 16, 1),
                TestPictures.png(4000, 4000, 8, 1),
                TestPictures.png(1, 8192, 16, 1),
                TestPictures.lossyWebp(2048, 2048),
                TestPictures.lossyWebp(8192, 512),
                TestPictures.png(8192, 8192, 8, 1),
                TestPictures.png(65_535, 65_535, 8, 1),
                TestPictures.png(1, 65_535, 8, 1),
                TestPictures.png(Integer.MAX_VALUE, 1, 8, 0),
                TestPictures.png(4001, 4000, 16, 1),
                TestPictures.webp(16_383, 16_383, 0),
                TestPictures.webp(2049, 2048, 0),
                TestPictures.webp(16_383, 1, 0),
                TestPictures.lossyWebp(16_383, 16_383),
                TestPictures.lossyWebp(4000, 4000));
        UploadReader reader = new UploadReader(config(), new PictureEncoder());
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < TIMES; i++) {
            String outcome;
            try {
                reader.read(bombs.get(i % bombs.size()));
                outcome = "read";
            } catch (DomainException refused) {
                outcome = refused.code().name();
            }
            outcomes.merge(outcome, 1, Integer::sum);
        }
        System.out.println(outcomes + " " + everythingElse.length);
    }

    /** As it is by default. */
    static UploadConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UploadConfig.class)
                .withDefaultValue("dramatis.portrait.upload.folder", "target")
                .build()
                .getConfigMapping(UploadConfig.class);
    }
}
