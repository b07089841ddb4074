"""Start the town on one machine: database, demo data, web server and worker, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from portal.foundation.management.commands.messages import compile_all
from residents.seeds import DEMO_PASSWORD, address

ACCOUNTS = (
    ("住民 / resident", "resident_1"),
    ("原課の編集者 / department editor", "pr_author"),
    ("お知らせの承認者 / approver", "pr_approver"),
    ("SNS運営 (NPO) / SNS operator", "npo_author"),
    ("開設許可・システム管理 / permits, survey system", "it_staff"),
    ("アンケート実施 / survey sponsor", "planner_author"),
    ("危機管理防災課 / disaster unit", "disaster_officer"),
    ("事務局 / secretariat", "secretary"),
    ("市長 / mayor", "mayor"),
    ("運営委員長 / chair", "chair"),
    ("世話人 / caretaker", "caretaker_1"),
    ("進行役 / facilitator", "facilitator_dispatched"),
    ("アドバイザー / adviser", "adviser"),
    ("保存メール・台帳 / kept mails, ledger", "system_admin"),
)


class Command(BaseCommand):
    help = "Start the demo town: web server and worker in the foreground; Ctrl-C stops both."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This starts the demo town. In production run gunicorn and qcluster.")
        compile_all()
        self._migrate()
        call_command("seed_demo")
        host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
        self._greet(host, port)
        connection.close()
        sys.exit(_run_together(self._commands(host, port)))

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("データベースを準備しています… / preparing the database…")
            call_command("migrate", verbosity=0)

    def _commands(self, host: str, port: str) -> list[list[str]]:
        gunicorn = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"{host}:{port}"]
        return [
            [
                *gunicorn,
                "--worker-class",
                "gthread",
                "--workers",
                "2",
                "--threads",
                "4",
                "--log-level",
                "warning",
            ],
            [sys.executable, "manage.py", "qcluster"],
        ]

    def _greet(self, host: str, port: str) -> None:
        write = self.stdout.write
        write(self.style.SUCCESS(f"\n  参画 {settings.TOWN_NAME}  →  http://{host}:{port}/"))
        write(f"  編集室 / editors       →  http://{host}:{port}/cms/")
        write("\n  ログイン: メールアドレスを入れて「コードを受け取る」(コードは下の端末ではなく")
        write(f"  http://{host}:{port}/accounts/mails/ に届きます)、またはパスワード「{DEMO_PASSWORD}」\n")
        for role, key in ACCOUNTS:
            write(f"    {address(key):38} {role}")
        write("\n  Ctrl-C で止まります / Ctrl-C stops everything\n")


def _run_together(commands: list[list[str]]) -> int:
    """Run until one ends or somebody presses Ctrl-C; then stop all."""
    processes = [subprocess.Popen(command) for command in commands]
    stopping: list[int] = []

    def stop(number: int, frame: Any) -> None:
        stopping.append(number)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    while not stopping and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if stopping else 1
