// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.ofd.OfdPath;

/**
 * A licence as an OFD of one page: its title, a line for each attribute, and the attributes as data
 * of the document (CustomDatas). Not sealed yet.
 *
 * @param title what stands above
 * @param date when it was made
 * @param attributes what it says, by name, in order
 */
public record LicenceDocument(String title, LocalDate date, Map<String, String> attributes) {
  private static final int WIDTH = 210;
  private static final int HEIGHT = 297;
  private static final int MARGIN = 25;
  private static final int LINE = 12;
  private static final int TITLE_SIZE = 8;
  private static final int TEXT_SIZE = 5;
  private static final int FONT = 1;

  /** The most attributes: what one page holds. */
  private static final int MAX_ATTRIBUTES = (HEIGHT - 4 * MARGIN) / LINE;

  /**
   * Such a document.
   *
   * @throws IllegalArgumentException if the attributes do not fit one page
   */
  public LicenceDocument {
    attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
    if (attributes.size() > MAX_ATTRIBUTES) {
      throw new IllegalArgumentException("at most " + MAX_ATTRIBUTES + " attributes");
    }
  }

  /** The package, deflated. */
  public Bytes toOfd() {
    return archive().write(true);
  }

  /** The package, stored only: the same bytes on every machine. */
  public Bytes toStoredOfd() {
    return archive().write(false);
  }

  Archive archive() {
    Archive archive = new Archive();
    archive.put(OfdPath.ROOT_FILE, root());
    archive.put(path("Doc_0", "Document.xml"), document());
    archive.put(path("Doc_0", "PublicRes.xml"), fonts());
    archive.put(path("Doc_0", "Pages", "Page_0", "Content.xml"), page());
    return archive;
  }

  private static OfdPath path(String... names) {
    return new OfdPath(List.of(names));
  }

  /** GB/T 33190 asks for a DocID; derived from what the document says, it needs no randomness. */
  private String id() {
    String all = title + date + new TreeMap<>(attributes);
    return DigestAlgorithm.SM3.digest(Bytes.utf8(all)).value().hex().substring(0, 32);
  }

  private Bytes root() {
    return XmlText.file(
        "OFD",
        xml ->
            xml.element(
                "DocBody",
                body -> {
                  body.element(
                      "DocInfo",
                      info -> {
                        info.text("DocID", id());
                        info.text("Title", title);
                        info.text("CreationDate", date.toString());
                        info.element(
                            "CustomDatas",
                            data -> {
                              for (Map.Entry<String, String> each : attributes.entrySet()) {
                                data.text("CustomData", each.getValue(), "Name", each.getKey());
                              }
                            });
                      });
                  body.text("DocRoot", "Doc_0/Document.xml");
                }),
        "DocType",
        "OFD",
        "Version",
        "1.1");
  }

  private static Bytes document() {
    return XmlText.file(
        "Document",
        xml -> {
          xml.element(
              "CommonData",
              data -> {
                data.text("MaxUnitID", "100");
                data.element(
                    "PageArea", area -> area.text("PhysicalBox", "0 0 " + WIDTH + " " + HEIGHT));
                data.text("PublicRes", "PublicRes.xml");
              });
          xml.element(
              "Pages",
              pages ->
                  pages.element(
                      "Page",
                      XmlText.Content.NONE,
                      "ID",
                      "2",
                      "BaseLoc",
                      "Pages/Page_0/Content.xml"));
        });
  }

  private static Bytes fonts() {
    return XmlText.file(
        "Res",
        xml ->
            xml.element(
                "Fonts",
                fonts ->
                    fonts.element(
                        "Font",
                        XmlText.Content.NONE,
                        "ID",
                        Integer.toString(FONT),
                        "FontName",
                        "SimSun",
                        "FamilyName",
                        "SimSun")),
        "BaseLoc",
        "Res");
  }

  private Bytes page() {
    return XmlText.file(
        "Page",
        xml ->
            xml.element(
                "Content",
                content ->
                    content.element(
                        "Layer",
                        layer -> {
                          line(layer, 10, MARGIN, TITLE_SIZE, title);
                          int number = 0;
                          for (Map.Entry<String, String> each : attributes.entrySet()) {
                            line(
                                layer,
                                11 + number,
                                2 * MARGIN + number * LINE,
                                TEXT_SIZE,
                                each.getKey() + "：" + each.getValue());
                            number++;
                          }
                        },
                        "ID",
                        "3",
                        "Type",
                        "Body")));
  }

  private static void line(XmlText layer, int id, int y, int size, String text)
      throws XMLStreamException {
    layer.element(
        "TextObject",
        object ->
            object.text(
                "TextCode",
                text,
                "X",
                "0",
                "Y",
                Integer.toString(size),
                "DeltaX",
                "g " + Math.max(1, text.length() - 1) + " " + size),
        "ID",
        Integer.toString(id),
        "Boundary",
        MARGIN + " " + y + " " + (WIDTH - 2 * MARGIN) + " " + LINE,
        "Font",
        Integer.toString(FONT),
        "Size",
        Integer.toString(size));
  }
}
