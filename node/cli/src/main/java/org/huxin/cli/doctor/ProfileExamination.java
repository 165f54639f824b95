// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.profile.DaysLeft;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.profile.ProfileRefusedException;
import org.huxin.sdk.profile.ProfileSigner;

/** What can be told of a profile without calling anybody. */
public final class ProfileExamination {
  /** Renewing takes people some days. */
  static final int SOON_DAYS = 30;

  private final Path file;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  /** Of a file, at a time. */
  public ProfileExamination(Path file, Instant now) {
    this.file = file;
    this.now = now;
  }

  /** What was found. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Reads the profile and looks at everything in it; empty if it is none. */
  public Optional<Profile> examine() {
    Profile profile;
    try {
      profile = Profile.read(file);
    } catch (NoSuchFileException e) {
      return nothing(Symptom.PROFILE_MISSING);
    } catch (IOException e) {
      return nothing(Symptom.PROFILE_UNREADABLE, String.valueOf(e.getMessage()));
    } catch (ProfileRefusedException e) {
      return nothing(Symptom.PROFILE_FORM, String.valueOf(e.getMessage()));
    }
    found(Symptom.PROFILE_READ, file.toString());
    permissions(profile);
    identity(profile);
    certificates(profile);
    if (profile.peers().size() == 1) {
      found(Symptom.ONE_PEER, file.toString());
    }
    return Optional.of(profile);
  }

  private Optional<Profile> nothing(Symptom symptom, String... details) {
    found(symptom, file.toString(), details);
    return Optional.empty();
  }

  private void found(Symptom symptom, String place, String... details) {
    findings.add(Finding.of(symptom, place, details));
  }

  private void permissions(Profile profile) {
    if (profile.identity().privateKey().isEmpty()
        || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
      if (granted.contains(PosixFilePermission.GROUP_READ)
          || granted.contains(PosixFilePermission.OTHERS_READ)) {
        found(Symptom.PROFILE_OPEN_TO_OTHERS, file.toString());
      }
    } catch (IOException e) {
      found(Symptom.PROFILE_UNREADABLE, file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private void identity(Profile profile) {
    String place = profile.identity().mspId().text();
    try {
      Signer unused = ProfileSigner.of(profile, new SecureRandom());
      found(Symptom.IDENTITY_SOUND, place);
    } catch (ProfileRefusedException e) {
      found(
          switch (e.code()) {
            case SIGNER_MISSING -> Symptom.IDENTITY_WITHOUT_KEY;
            case KEY_OF_OTHER_CERTIFICATE -> Symptom.IDENTITY_OF_OTHER_KEY;
            default -> Symptom.IDENTITY_SUITE;
          },
          place);
    }
  }

  private void certificates(Profile profile) {
    for (DaysLeft left : profile.daysLeft(now)) {
      String days = Long.toString(left.days());
      if (left.days() < 0) {
        found(Symptom.CERTIFICATE_EXPIRED, left.place(), left.subject(), days);
      } else if (left.days() < SOON_DAYS) {
        found(Symptom.CERTIFICATE_EXPIRES_SOON, left.place(), left.subject(), days);
      } else {
        found(Symptom.CERTIFICATE_VALID, left.place(), left.subject(), days);
      }
    }
    begins("identity", profile.identity().certificate().certificates());
    for (GatewayPeer peer : profile.peers()) {
      peer.tlsAuthorities().ifPresent(all -> begins(peer.endpoint().text(), all.certificates()));
    }
  }

  private void begins(String place, List<X509Certificate> certificates) {
    for (X509Certificate each : certificates) {
      Instant from = each.getNotBefore().toInstant();
      if (now.isBefore(from)) {
        found(
            Symptom.CERTIFICATE_NOT_YET_VALID,
            place,
            each.getSubjectX500Principal().getName(),
            from.toString());
      }
    }
  }
}
