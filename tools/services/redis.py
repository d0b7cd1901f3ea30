"""Redis, or Valkey, for caches and limits."""

from tools.checkout import MissingPartError, find_program, port_answers, wait_until

from .base import Service, end_process, last_lines, recorded_process, start_in_background


class Redis(Service):
    name = "redis"
    title = "Redis"
    variable = "CACHE_URL"
    ports = (6380, 6479)

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def is_running(self) -> bool:
        return self._process() is not None and port_answers(self.port)

    def _process(self) -> int | None:
        # Redis rewrites its command line while it starts: the port is in the one before and in the one after.
        return recorded_process(self.folder / "pid", mark=str(self.port))

    def start(self) -> None:
        program = find_program("redis-server", "valkey-server")
        if program is None:
            raise MissingPartError("Redis is missing: install the package redis-server (or valkey-server).")
        if self.is_running():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        port = self._choose_port() if port_answers(self.port) else self.port
        log = self.folder / "log"
        start_in_background(_command(str(program), port), log=log, pid_file=self.folder / "pid", folder=self.folder)
        if not wait_until(self.is_running, seconds=20):
            raise MissingPartError(f"Redis did not answer within 20 seconds; the end of {log}:\n{last_lines(log)}")

    def stop(self) -> None:
        process = self._process()
        if process is not None:
            end_process(process)


def _command(program: str, port: int) -> list[str]:
    # Nothing in it has to outlive it: caches and counters can be dropped.
    return [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
