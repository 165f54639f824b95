// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A profile is not taken. */
public final class ProfileRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  ProfileRefusedException(ProfileRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static ProfileRefusedException of(ProfileRefusal code) {
    return new ProfileRefusedException(code, Map.of());
  }

  @Override
  public ProfileRefusal code() {
    return (ProfileRefusal) super.code();
  }
}
