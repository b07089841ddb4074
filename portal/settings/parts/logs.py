"""Structured logs, one JSON object a line; request id, no personal data.

Nothing here may join a person to an act that has to stay apart: no address, no browser, no account, no secret that
stands in an address, and no line at all for a visit that proves or answers a survey.
"""

import logging
import re
from typing import Any

import structlog

DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = None
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = False  # whoever asks must not write into log and ledger
DJANGO_STRUCTLOG_TRUST_UPSTREAM_CORRELATION_ID = False

ABOUT_THE_VISITOR = ("user_agent", "ip", "user_id")
SURVEY_VISIT = re.compile(r"/surveys/[^/\s]+/(?:prove|answer|ballot|receipt)\b[^\s\"']*")
SECRETS = (
    (re.compile(r"(?<=/password/reset/key/)[^/\s]+"), "●"),
    (re.compile(r"(?<=/confirm-email/)[^/\s]+"), "●"),
    (re.compile(r"(?<=/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=/)"), "●"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "●@●"),
)


def without_search_words(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """What people searched for, or a code in an address, does not belong in a log."""
    if isinstance(event.get("request"), str):
        event["request"] = event["request"].split("?")[0]
    return event


def without_visitor(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Neither who asked nor with what."""
    for key in ABOUT_THE_VISITOR:
        event.pop(key, None)
    return event


def without_secrets(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Mail addresses, keys and receipts are masked wherever they turn up, tracebacks included."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = masked(value)
    return event


def masked(text: str) -> str:
    text = SURVEY_VISIT.sub("/surveys/●", text)
    for pattern, mask in SECRETS:
        text = pattern.sub(mask, text)
    return text


class WithoutSurveyVisits(logging.Filter):
    """A line with a moment for proving and one for answering would join the two envelopes.

    Errors pass, for somebody has to mend them; their address is masked.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno >= logging.ERROR:
            return True
        said = record.msg.values() if isinstance(record.msg, dict) else [record.getMessage()]
        return not any(SURVEY_VISIT.search(str(words)) for words in said)


SHARED: list[Any] = [
    without_search_words,
    without_visitor,
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.processors.format_exc_info,
]
structlog.configure(
    processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_survey_visits": {"()": WithoutSurveyVisits}},
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                without_secrets,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            "foreign_pre_chain": SHARED,
        }
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["without_survey_visits"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {name: {"level": "WARNING"} for name in ("wagtail", "django-q", "django_tasks")},
}
