// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huxin.crypto.bytes.Bytes;

/**
 * Reads the XML files of a document: no DTD, no entities but the five of XML, bounded in elements
 * and depth. Elements of other namespaces are vendors' own and skipped.
 */
final class XmlDocument {
  /** GB/T 33190-2016. */
  static final String NAMESPACE = "http://www.ofdspec.org/2016";

  /** References of the most files that an archive may have, each with its value. */
  static final int MAX_ELEMENTS = 3 * ZipDirectory.MAX_ENTRIES;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_ATTRIBUTES = 64;

  private final OfdPath file;
  private final XMLStreamReader reader;
  private int elements;

  private XmlDocument(OfdPath file, XMLStreamReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * The outermost element, which must have that name.
   *
   * @throws OfdRefusedException if the content is not such XML
   */
  static XmlElement read(OfdPath file, Bytes content, String name) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(content.asInputStream());
      try {
        return new XmlDocument(file, reader).root(name);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw malformed(file);
    } catch (OfdRefusedException e) {
      throw e;
    } catch (RuntimeException e) { // the platform's parser lets some of its own through
      throw malformed(file);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  private XmlElement root(String name) throws XMLStreamException {
    XmlElement root = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw malformed(file);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!NAMESPACE.equals(reader.getNamespaceURI()) || !name.equals(reader.getLocalName())) {
          throw XmlElement.malformed(file, name);
        }
        root = element(1);
      }
    }
    if (root == null) {
      throw malformed(file);
    }
    return root;
  }

  /** Reads the element at whose start the reader stands, to its end. */
  private XmlElement element(int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH
        || ++elements > MAX_ELEMENTS
        || reader.getAttributeCount() > MAX_ATTRIBUTES) {
      throw OfdRefusedException.of(OfdRefusal.XML_TOO_LARGE, "file", file.toString());
    }
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      if (space == null || space.isEmpty()) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean ours = NAMESPACE.equals(reader.getNamespaceURI());
          XmlElement child = element(depth + 1);
          if (ours) {
            children.add(child);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw malformed(file);
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return new XmlElement(name, attributes, children, text.toString().strip());
  }

  private static OfdRefusedException malformed(OfdPath file) {
    return OfdRefusedException.of(OfdRefusal.XML_MALFORMED, "file", file.toString());
  }
}
