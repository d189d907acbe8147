package com.javaonjets.erd;
import java.nio.file.*;
final class Sketch {
    public static void main(String[] a) throws Exception {
        for (int n : new int[] {1, 5, 20, 60}) {
            Files.writeString(Path.of(a[0], "s" + n + ".svg"), SvgWriter.write(ElkLayout.of(Schemas.of(n))));
            Files.writeString(Path.of(a[0], "s" + n + ".md"), MermaidWriter.write(Schemas.of(n), "s.svg"));
        }
    }
}
