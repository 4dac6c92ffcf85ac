#!/usr/bin/env bash
# Puts BriefBot in place as a systemd service, from a published folder (a release, or what "dotnet publish" made), and takes it away again.
#   install.sh             installs what lies beside this script, or brings an installed one up to date
#   install.sh FOLDER      the same from another folder
#   install.sh --remove    takes the program and the service away; settings, index and articles stay
#   install.sh --purge     takes settings and index away too; articles stay
# ROOT=/some/folder writes below that folder and leaves systemd alone, to look at what it would do.
set -euo pipefail

root="${ROOT:-}"
program="$root/opt/briefbot"
articles="$root/srv/briefbot"
settings="$root/etc/briefbot"
secrets="$root/etc/briefbot.env"
data="$root/var/lib/briefbot"
unit="$root/etc/systemd/system/briefbot.service"
here="$(cd "$(dirname "$0")" && pwd)"

fail() { echo "install.sh: $1" >&2; exit 1; }
service() { [ -n "$root" ] || systemctl "$@"; }

if [ -z "$root" ]; then
    [ "$(id -u)" = 0 ] || fail "run it as root: sudo $0 ${*:-}"
    [ -d /run/systemd/system ] || fail "systemd does not run here. Start /opt/briefbot/briefbot by other means, or take the container."
fi

remove() {
    if [ -e "$unit" ]; then
        service disable --now briefbot
        rm "$unit"
        service daemon-reload
    fi
    rm -rf "$program"
}

case "${1:-}" in
    --remove)
        remove
        echo "BriefBot is gone. Kept: $settings, $secrets, $data and the articles in $articles."
        exit ;;
    --purge)
        remove
        # The state folder of a dynamic user is a link to a private one.
        rm -rf "$settings" "$secrets" "$data" "$root/var/lib/private/briefbot"
        echo "BriefBot is gone, with its settings, secrets and index. Kept: the articles in $articles."
        exit ;;
    -*) fail "there is no option $1. There are --remove and --purge." ;;
esac

from="$(cd "${1:-$here}" 2> /dev/null && pwd)" || fail "there is no folder ${1:-$here}."
[ -x "$from/briefbot" ] || fail "$from holds no program briefbot. Name the folder of a release, or what dotnet publish made."
shipped="$from/briefbot.service"
[ -e "$shipped" ] || shipped="$here/systemd/briefbot.service"
[ -e "$shipped" ] || fail "briefbot.service is neither in $from nor in $here/systemd."
# Also tells where .NET's runtime is missing.
version="$("$from/briefbot" --version)" || fail "the program does not start. It needs the ASP.NET Core runtime 10 (aspnetcore-runtime-10.0 of your distribution)."

# Whole or not at all: the old program stays until the new one is there.
mkdir -p "$(dirname "$program")" "$(dirname "$unit")"
rm -rf "$program.new"
cp -R "$from" "$program.new"
rm -f "$program.new/install.sh" "$program.new/briefbot.service"
chmod -R u=rwX,go=rX "$program.new"
rm -rf "$program.old"
[ ! -e "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"

if [ ! -e "$articles" ]; then
    mkdir -p "$articles"
    printf '# Welcome\n\nBriefBot answers questions from the articles in this folder.\n' > "$articles/welcome.md"
fi
[ -e "$settings/settings.json" ] || { mkdir -p "$settings" && printf '{}\n' > "$settings/settings.json"; }
[ -e "$secrets" ] || { (umask 077 && printf '# Secrets, one a line:\n# Discord__Token=\n# Answers__Model__Key=\n' > "$secrets"); }
install -m 644 "$shipped" "$unit"

service daemon-reload
service enable briefbot
service restart briefbot
cat << END
BriefBot $version is installed${root:+ below $root} and answers at http://127.0.0.1:5080.
  articles   $articles (readable for all; what is saved there is known within a second)
  settings   $settings/settings.json
  secrets    $secrets
  log        journalctl --unit briefbot
  look       $program/briefbot doctor --knowledge $articles
END
