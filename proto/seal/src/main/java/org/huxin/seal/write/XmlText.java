// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.huxin.crypto.bytes.Bytes;

/** Writes the XML files of a document. */
final class XmlText {
  private static final String NAMESPACE = "http://www.ofdspec.org/2016";
  private static final String PREFIX = "ofd";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  private XmlText(String root) throws XMLStreamException {
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    writer.setPrefix(PREFIX, NAMESPACE);
    writer.writeStartElement(PREFIX, root, NAMESPACE);
    writer.writeNamespace(PREFIX, NAMESPACE);
  }

  /** Writes what stands in an element. */
  interface Content {
    /** Nothing. */
    Content NONE = xml -> {};

    void write(XmlText xml) throws XMLStreamException;
  }

  /** A file with one outermost element; attributes are names and values by turns. */
  static Bytes file(String root, Content content, String... attributes) {
    try {
      XmlText xml = new XmlText(root);
      xml.attributes(attributes);
      content.write(xml);
      xml.writer.writeEndElement();
      xml.writer.close();
      return Bytes.utf8(xml.text.toString());
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("a text that XML cannot hold", e);
    }
  }

  void element(String name, Content content, String... attributes) throws XMLStreamException {
    writer.writeStartElement(PREFIX, name, NAMESPACE);
    attributes(attributes);
    content.write(this);
    writer.writeEndElement();
  }

  void text(String name, String value, String... attributes) throws XMLStreamException {
    element(name, xml -> xml.writer.writeCharacters(value), attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
