#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# headless.sh COMMAND [ARGUMENT...]: runs a command on a display, a session bus and a home folder of its own, and ends
# with its exit status. Nothing of the person who runs it is read or written, and nothing is left behind.
# CIRC_SCREEN=1280x900 sets the size of the screen.
set -u

work=$(mktemp -d "${TMPDIR:-/tmp}/circ-headless.XXXXXX") || exit 99
xvfb=
clean_up ()
{
  if [ -n "$xvfb" ]; then
    kill "$xvfb" 2>/dev/null
    wait "$xvfb" 2>/dev/null
  fi
  # What the bus started may still be writing its last file.
  rm -rf "$work" 2>/dev/null || rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkdir -p "$work/home/.config/gtk-4.0" "$work/home/.cache" "$work/home/.local/share" "$work/run" "$work/services"
chmod 700 "$work/run"
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/home/.config"
export XDG_CACHE_HOME="$work/home/.cache" XDG_DATA_HOME="$work/home/.local/share"
export XDG_STATE_HOME="$work/home/.local/state"
unset WAYLAND_DISPLAY DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS GTK_THEME GTK_MODULES GTK_USE_PORTAL
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION AT_SPI_BUS_ADDRESS

# Fonts, animations, the cursor and the renderer are fixed so that a picture is the same byte for byte on the next run.
printf '[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-font-name=Cantarell 11\n' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
export GDK_BACKEND=x11 GSETTINGS_BACKEND=memory GSK_RENDERER=cairo GTK_A11Y="${GTK_A11Y:-atspi}" NO_AT_BRIDGE=0
# Without this GTK probes for GL and loads Mesa; from 4.14 the switch has another name and the old one is refused.
gtk=$(pkg-config --modversion gtk4 2>/dev/null)
case $gtk in
  '' | 4.? | 4.?.* | 4.1[0-3] | 4.1[0-3].*) export GDK_DEBUG=gl-disable ;;
  *) export GDK_DISABLE=gl,vulkan ;;
esac

# A bus that can start the accessibility bus and nothing else: no portal, no dconf, no systemd.
cat >"$work/bus.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$work/run</listen>
  <servicedir>$work/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
grep -v '^SystemdService=' /usr/share/dbus-1/services/org.a11y.Bus.service >"$work/services/org.a11y.Bus.service" 2>/dev/null
# dbus-run-session hands its own standard error to the bus, and the bus to whatever it starts. Their chatter goes to a
# log of its own, because the application's standard error has to be empty.
printf '#!/bin/sh\nexec dbus-daemon "$@" >>"%s/bus.log" 2>&1\n' "$work" >"$work/bus-quiet"
chmod 700 "$work/bus-quiet"

coproc display { exec Xvfb -displayfd 1 -screen 0 "${CIRC_SCREEN:-1280x900}x24" -nolisten tcp -noreset 2>"$work/xvfb.log"; }
# shellcheck disable=SC2154 # set by coproc
xvfb=$display_PID
# shellcheck disable=SC2154 # set by coproc
if ! read -r -t 30 -u "${display[0]}" number; then
  echo "headless.sh: the virtual display did not start" >&2
  cat "$work/xvfb.log" >&2
  exit 99
fi
export DISPLAY=":$number"

dbus-run-session --config-file="$work/bus.conf" --dbus-daemon="$work/bus-quiet" -- "$@"
