"""A larger town for benchmarks: the same shapes, many times, written in bulk (SEED_SCALE)."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Max

from communities.forums.querysets import EVERYBODY
from communities.posts.lifecycle import PostStatus
from communities.posts.models import Post, Thread
from portal.foundation import clock
from residents.accounts.models import CityConnection
from residents.models import User

RESIDENTS, POSTS = 200, 1000
BATCH = 1000


@transaction.atomic
def multiply(scale: int) -> bool:
    """Add ``scale - 1`` times the residents and posts of a small town; running it again adds nothing."""
    wanted = RESIDENTS * (scale - 1)
    missing = wanted - User.objects.filter(email__endswith="@crowd.example.jp").count()
    if missing <= 0:
        return False
    people = _residents(missing)
    _posts(people, POSTS * missing // RESIDENTS)
    return True


def _residents(count: int) -> list[User]:
    began = User.objects.filter(email__endswith="@crowd.example.jp").count()
    people = [
        User(email=f"crowd-{number}@crowd.example.jp", display_name=f"架空 {number}号", password="!")
        for number in range(began, began + count)
    ]
    User.objects.bulk_create(people, batch_size=BATCH)
    CityConnection.objects.bulk_create(
        [CityConnection(person=person, kind=CityConnection.Kind.RESIDENCE) for person in people],
        batch_size=BATCH,
    )
    return people


def _posts(people: list[User], count: int) -> None:
    """More voices in the threads everybody can read; each thread's last post is kept true."""
    threads = list(Thread.objects.filter(audience=EVERYBODY, is_withdrawn=False))
    samples = list(Post.objects.shown().filter(audience=EVERYBODY).values_list("body", flat=True)[:50])
    if not threads or not samples:
        return
    now = clock.now()
    Post.objects.bulk_create(
        [
            Post(
                forum_id=threads[number % len(threads)].forum_id,
                thread=threads[number % len(threads)],
                author=people[number % len(people)],
                body=samples[number % len(samples)],
                audience=EVERYBODY,
                status=PostStatus.SHOWN,
                written_at=now - timedelta(minutes=count - number),
            )
            for number in range(count)
        ],
        batch_size=BATCH,
    )
    newest = Post.objects.filter(thread__in=threads).order_by().values("thread").annotate(last=Max("pk"))
    last = {row["thread"]: row["last"] for row in newest}
    for thread in threads:
        thread.last_post_id = last.get(thread.pk, thread.last_post_id)
    Thread.objects.bulk_update(threads, ["last_post_id"])
