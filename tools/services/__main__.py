"""`python -m tools.services start|stop|status [service ...]`"""

import argparse
import sys
import time

from tools.checkout import MissingPartError, complain, say

from . import ENVIRONMENT_FILE, FOLDER, SERVICES, Service


def main() -> int:
    options = _parser().parse_args()
    chosen = [SERVICES[name] for name in options.service or SERVICES]
    verbs = {"start": start, "stop": stop, "status": status}
    return verbs[options.verb](chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.services", description="Real services for this checkout.")
    parser.add_argument("verb", choices=["start", "stop", "status"])
    parser.add_argument("service", nargs="*", choices=[*SERVICES, []], help="all of them when none is named")
    return parser


def start(services: list[Service]) -> int:
    """Start what can be started; 1 when something is missing, and one sentence says what."""
    missing = 0
    for service in services:
        began = time.monotonic()
        say(f"{service.title}: starting")
        try:
            service.start()
        except MissingPartError as problem:
            complain(f"{service.title}: {problem}")
            missing = 1
        else:
            say(f"{service.title}: answers on port {service.port} ({time.monotonic() - began:.1f} s)")
    say(f"\nTo use them in a shell: . {ENVIRONMENT_FILE}")
    for line in write_environment():
        say(f"  {line}")
    return missing


def stop(services: list[Service]) -> int:
    """Stop what runs; always 0."""
    for service in services:
        was_running = service.is_running()
        service.stop()
        say(f"{service.title}: {'stopped' if was_running else 'was not running'}")
    write_environment()
    return 0


def status(services: list[Service]) -> int:
    """Say of each whether it answers; 1 when one does not."""
    states = {service.title: service.is_running() for service in services}
    for title, running in states.items():
        say(f"{title}: {'answers' if running else 'not running'}")
    return 0 if all(states.values()) else 1


def write_environment() -> list[str]:
    """Write `var/services/env`, to be read into a shell: one line for each service that answers."""
    running = [service for service in SERVICES.values() if service.is_running()]
    lines = [f"export {service.variable}={service.url}" for service in running]
    FOLDER.mkdir(parents=True, exist_ok=True)
    ENVIRONMENT_FILE.write_text("".join(f"{line}\n" for line in lines))
    return lines


if __name__ == "__main__":
    sys.exit(main())
