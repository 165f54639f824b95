// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdContainer;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.ofd.SealingList;
import org.huxin.seal.structure.SealEncoder;

/** Puts a visible seal on every file of an OFD that is not sealed yet, or seals it once more. */
public final class DocumentSealer {
  /** The largest document that is sealed here: it is held in memory. */
  public static final int MAX_DOCUMENT = 256 * 1024 * 1024;

  private static final OfdPath LIST = new OfdPath(List.of("Doc_0", "Signs", "Signatures.xml"));
  private static final Pattern BODY_END = Pattern.compile("</([A-Za-z0-9_]{1,32}:)?DocBody\\s*>");
  private static final String SM3 = "1.2.156.10197.1.401";
  private static final DateTimeFormatter SIGNED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SealUser user;
  private final Mode mode;
  private final boolean deflated;

  /** Whether further seals may follow. */
  public enum Mode {
    /** None may follow: the list of sealings is protected too. */
    WHOLE_PROTECTED,
    /** More may follow. */
    CONTINUE
  }

  /** Seals with a user's seal; archives are deflated. */
  public DocumentSealer(SealUser user, Mode mode) {
    this(user, mode, true);
  }

  /**
   * Seals with a user's seal.
   *
   * @param deflated whether archives are deflated; stored, they are the same on every machine
   */
  public DocumentSealer(SealUser user, Mode mode, boolean deflated) {
    this.user = user;
    this.mode = mode;
    this.deflated = deflated;
  }

  /**
   * Seals a document.
   *
   * @param document an OFD package of one document
   * @param at when
   * @param place where the seal shows
   * @return the sealed document
   * @throws OfdRefusedException if it is no OFD document that is accepted
   * @throws IllegalArgumentException if an earlier seal allows no further one
   */
  public Bytes seal(Bytes document, Instant at, Placement place) {
    Archive archive = new Archive();
    Optional<SealingList> found = read(document, archive);
    if (found.map(SealingList::closed).orElse(false)) {
      throw new IllegalArgumentException("an earlier seal allows no further one");
    }
    if (found.isEmpty()) {
      archive.put(OfdPath.ROOT_FILE, withList(archive));
    }
    SealingList list = found.orElseGet(() -> new SealingList(LIST, List.of(), false));
    Sealing sealing = next(list, archive);
    archive.put(list.path(), toXml(list, sealing));
    archive.put(sealing.file("Seal.esl"), user.seal().encoding());
    Bytes description = description(archive, list.path(), sealing, at, place);
    OfdPath path = sealing.file("Signature.xml");
    archive.put(path, description);
    archive.put(
        sealing.file("SignedValue.dat"), user.seal(description, path.toString(), at).encoding());
    return archive.write(deflated);
  }

  /** Where a new sealing goes, and what it is called. */
  private record Sealing(String id, OfdPath folder) {
    OfdPath file(String name) {
      List<String> names = new ArrayList<>(folder.names());
      names.add(name);
      return new OfdPath(names);
    }
  }

  /** The first number for which there is neither an identifier nor a folder. */
  private static Sealing next(SealingList list, Archive archive) {
    List<String> parent = list.path().names().subList(0, list.path().names().size() - 1);
    for (int number = 0; ; number++) {
      List<String> names = new ArrayList<>(parent);
      names.add("Sign_" + number);
      String id = "s" + (number + 1);
      boolean taken =
          list.entries().stream().anyMatch(each -> each.id().equals(id))
              || archive.files().keySet().stream()
                  .anyMatch(each -> each.names().subList(0, each.names().size() - 1).equals(names));
      if (!taken) {
        return new Sealing(id, new OfdPath(names));
      }
    }
  }

  private static Optional<SealingList> read(Bytes document, Archive archive) {
    try {
      OfdContainer container = OfdContainer.open(ByteSource.of(document));
      for (OfdPath path : container.paths()) {
        archive.put(path, container.read(path, MAX_DOCUMENT));
      }
      return SealingList.read(container);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
  }

  private static Bytes toXml(SealingList list, Sealing added) {
    return XmlText.file(
        "Signatures",
        xml -> {
          xml.text("MaxSignId", added.id());
          for (SealingList.Entry each : list.entries()) {
            entry(xml, each.id(), each.sealed() ? "Seal" : "Sign", each.description());
          }
          entry(xml, added.id(), "Seal", added.file("Signature.xml"));
        });
  }

  private static void entry(XmlText xml, String id, String type, OfdPath description)
      throws XMLStreamException {
    xml.element(
        "Signature",
        XmlText.Content.NONE,
        "ID",
        id,
        "Type",
        type,
        "BaseLoc",
        description.toString());
  }

  /**
   * OFD.xml with the place of the list in its one document. The rest stays as it is, byte for byte:
   * other files may name parts of it.
   */
  private static Bytes withList(Archive archive) {
    Bytes root = archive.files().getOrDefault(OfdPath.ROOT_FILE, Bytes.empty());
    try {
      String text = root.decodeUtf8();
      Matcher end = BODY_END.matcher(text);
      if (!end.find()) {
        throw new IllegalArgumentException("an OFD.xml whose document can be told");
      }
      String tag = Objects.requireNonNullElse(end.group(1), "") + "Signatures>";
      String element = "<" + tag + LIST.toString().substring(1) + "</" + tag;
      return Bytes.utf8(text.substring(0, end.start()) + element + text.substring(end.start()));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("an OFD.xml in UTF-8", e);
    }
  }

  private Bytes description(
      Archive archive, OfdPath list, Sealing sealing, Instant at, Placement place) {
    List<String[]> references = new ArrayList<>();
    for (Map.Entry<OfdPath, Bytes> file : archive.files().entrySet()) {
      if (mode == Mode.WHOLE_PROTECTED || !file.getKey().equals(list)) {
        byte[] digest = DigestAlgorithm.SM3.digest(file.getValue()).value().toByteArray();
        references.add(
            new String[] {file.getKey().toString(), Base64.getEncoder().encodeToString(digest)});
      }
    }
    String boundary =
        place.x()
            + " "
            + place.y()
            + " "
            + user.seal().info().picture().width()
            + " "
            + user.seal().info().picture().height();
    return XmlText.file(
        "Signature",
        xml -> {
          xml.element(
              "SignedInfo",
              info -> {
                info.element(
                    "Provider",
                    XmlText.Content.NONE,
                    "ProviderName",
                    "Huxin",
                    "Version",
                    "1.0",
                    "Company",
                    "Huxin");
                info.text("SignatureMethod", SealEncoder.SM2_WITH_SM3);
                info.text("SignatureDateTime", SIGNED.format(at));
                info.element(
                    "References",
                    all -> {
                      for (String[] each : references) {
                        all.element(
                            "Reference",
                            reference -> reference.text("CheckValue", each[1]),
                            "FileRef",
                            each[0]);
                      }
                    },
                    "CheckMethod",
                    SM3);
                info.element(
                    "StampAnnot",
                    XmlText.Content.NONE,
                    "ID",
                    sealing.id(),
                    "PageRef",
                    Integer.toString(place.page()),
                    "Boundary",
                    boundary);
                info.element(
                    "Seal", seal -> seal.text("BaseLoc", sealing.file("Seal.esl").toString()));
              });
          xml.text("SignedValue", sealing.file("SignedValue.dat").toString());
        });
  }
}
