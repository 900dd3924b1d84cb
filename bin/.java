# Read by the other scripts: goes to the repository, finds a JDK 25 and Maven.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

die() { printf '%s\n' "$*" >&2; exit 1; }

is_jdk_25() { [[ -x $1/bin/javac ]] && grep -qs '^JAVA_VERSION="25[".+-]' "$1/release"; }

candidates() {
  printf '%s\n' "${JAVA_HOME-}"
  local java; java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java" || echo "$java")")"
  [[ -x /usr/libexec/java_home ]] && /usr/libexec/java_home -v 25 2>/dev/null
  printf '%s\n' /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /opt/java/* /opt/jdk*
}

find_jdk() {
  local home
  while read -r home; do
    if is_jdk_25 "$home"; then export JAVA_HOME=$home; return; fi
  done < <(candidates)
  die "Clientele needs a JDK 25, and none was found: install one, or set JAVA_HOME to its folder."
}

maven() {
  command -v mvn >/dev/null || die "Building needs Maven 3.8 or newer: install it so that 'mvn' is found."
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}" mvn -B "$@"
}

find_jdk
