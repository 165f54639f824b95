// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdContainer;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.structure.SealEncoder;

/** Puts a visible seal on every file of an OFD that is not sealed yet, or seals it once more. */
public final class DocumentSealer {
  /** The largest document that is sealed here: it is held in memory. */
  public static final int MAX_DOCUMENT = 256 * 1024 * 1024;

  private static final OfdPath LIST = new OfdPath(List.of("Doc_0", "Signs", "Signatures.xml"));
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
   * @param document an OFD whose document stands in the folder Doc_0
   * @param at when
   * @param place where the seal shows
   * @return the sealed document
   * @throws OfdRefusedException if it is no OFD document that is accepted
   * @throws IllegalArgumentException if an earlier seal allows no further one
   */
  public Bytes seal(Bytes document, Instant at, Placement place) {
    Archive archive = read(document);
    SealedList list = SealedList.of(archive.files().get(LIST));
    if (list.count() == 0) {
      archive.put(OfdPath.ROOT_FILE, withList(archive));
    }
    int number = list.count();
    for (OfdPath path : archive.files().keySet()) {
      if (path.toString().endsWith("/Signature.xml") && protectsList(archive, path)) {
        throw new IllegalArgumentException("an earlier seal allows no further one");
      }
    }
    OfdPath folder = file(number, "Signature.xml");
    archive.put(LIST, list.with(folder).toXml());
    archive.put(file(number, "Seal.esl"), user.seal().encoding());
    Bytes description = description(archive, number, at, place);
    archive.put(folder, description);
    archive.put(
        file(number, "SignedValue.dat"), user.seal(description, folder.toString(), at).encoding());
    return archive.write(deflated);
  }

  private static boolean protectsList(Archive archive, OfdPath description) {
    Bytes content = archive.files().getOrDefault(description, Bytes.empty());
    try {
      return content.decodeUtf8().contains("FileRef=\"" + LIST + "\"");
    } catch (java.nio.charset.CharacterCodingException e) {
      return false;
    }
  }

  private static OfdPath file(int number, String name) {
    return new OfdPath(List.of("Doc_0", "Signs", "Sign_" + number, name));
  }

  private static Archive read(Bytes document) {
    Archive archive = new Archive();
    try {
      OfdContainer container = OfdContainer.open(ByteSource.of(document));
      for (OfdPath path : container.paths()) {
        archive.put(path, container.read(path, MAX_DOCUMENT));
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
    return archive;
  }

  /** OFD.xml with the place of the list in its one document. */
  private static Bytes withList(Archive archive) {
    Bytes root = archive.files().getOrDefault(OfdPath.ROOT_FILE, Bytes.empty());
    try {
      String text = root.decodeUtf8();
      int end = text.lastIndexOf("</ofd:DocBody>");
      if (end < 0 || text.contains("<ofd:Signatures>") || text.indexOf("</ofd:DocBody>") != end) {
        throw new IllegalArgumentException("an OFD.xml of one document that is not sealed");
      }
      return Bytes.utf8(
          text.substring(0, end)
              + "<ofd:Signatures>"
              + LIST.toString().substring(1)
              + "</ofd:Signatures>"
              + text.substring(end));
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalArgumentException("an OFD.xml in UTF-8", e);
    }
  }

  private Bytes description(Archive archive, int number, Instant at, Placement place) {
    List<String[]> references = new ArrayList<>();
    for (Map.Entry<OfdPath, Bytes> file : archive.files().entrySet()) {
      if (mode == Mode.WHOLE_PROTECTED || !file.getKey().equals(LIST)) {
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
                    "s" + (number + 1),
                    "PageRef",
                    Integer.toString(place.page()),
                    "Boundary",
                    boundary);
                info.element(
                    "Seal", seal -> seal.text("BaseLoc", file(number, "Seal.esl").toString()));
              });
          xml.text("SignedValue", file(number, "SignedValue.dat").toString());
        });
  }
}
