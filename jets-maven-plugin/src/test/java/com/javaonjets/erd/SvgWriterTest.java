package com.javaonjets.erd;

import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.erd.Schema.Column;
import com.javaonjets.erd.Schema.Table;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgWriterTest {

    @Test
    void writesTheSameBytesForTheSameSchema() {
        assertThat(SvgWriter.write(ElkLayout.of(Schemas.of(60))))
                .isEqualTo(SvgWriter.write(ElkLayout.of(Schemas.of(60))));
    }

    @Test
    void givesTextAsMuchRoomAsTheFontTakes() {
        Font font = new Font(Font.MONOSPACED, Font.BOLD, BoxSize.FONT);
        String text = "author_id WWW mmm (255) [] timestamp(6) ÄÖÜ?";

        double width = font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();

        assertThat(BoxSize.width(text)).isBetween(width, 1.1 * width);
    }

    @Test
    void makesABoxAsWideAsItsLongestRowAndItsName() {
        Table longName = new Table("a_name_that_is_longer_than_all_of_its_rows_together", List.of(column("id", "int")));
        Table longRow = new Table("t", List.of(column("id", "int"), column("a_long_name_of_a_column", "varchar(255)")));

        assertThat(BoxSize.of(longName).width()).isEqualTo(2 * BoxSize.PADDING + 51 * BoxSize.CHARACTER);
        assertThat(BoxSize.of(longRow).width())
                .isEqualTo(2 * BoxSize.PADDING + (23 + 12) * BoxSize.CHARACTER + BoxSize.GAP);
    }

    @Test
    void shortensATypeThatListsItsValues() {
        Column column = column("status", "enum('draft','in review','published','archived')");

        assertThat(BoxSize.type(column)).isEqualTo("enum('draft','in review','p…");
    }

    private static Column column(String name, String type) {
        return new Column(name, type, false, false, false, false);
    }
}
