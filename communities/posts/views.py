"""Reading and writing in a forum."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communities.forums.models import Forum
from communities.forums.places import place, way_in
from communities.verb_page import ReasonForm, posted, verb_page
from portal.foundation.decisions import Denied, require
from portal.foundation.paging import keyset
from residents.consents.actions import current_text

from . import actions, permissions, unsent
from .forms import EditForm, ThreadForm, WriteForm
from .models import Post, Thread
from .rows import rows


def start_thread(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Write the first post of a new topic."""
    if not request.user.is_authenticated:
        return _log_in_first(request, request.path)
    forum = place(request, shelf, slug)
    if request.method != "POST":
        require(permissions.can_start_thread(request.acting, forum))
    form = ThreadForm(posted(request), by=request.acting, initial=unsent.found(request, request.path))
    post = _send(request, form, lambda words: actions.start_thread(forum, by=request.acting, **words))
    if post is not None:
        return _sent(request, post)
    title = _("New topic in “%(forum)s”") % {"forum": forum.title}
    return _writing(request, forum, form, title, way_in(forum, (_("New topic"), "")))


def write(request: HttpRequest, shelf: str, slug: str, thread: int) -> HttpResponse:
    """Say something in a topic, perhaps in answer to one post (``?reply_to=``)."""
    if not request.user.is_authenticated:
        return _log_in_first(request, request.get_full_path())
    forum = place(request, shelf, slug)
    found = topic(request, forum, thread)
    if request.method != "POST":
        require(permissions.can_write(request.acting, found))
    answered = _answered(request, found)
    form = WriteForm(
        posted(request), by=request.acting, initial=unsent.found(request, request.get_full_path())
    )
    post = _send(
        request, form, lambda words: actions.write(found, by=request.acting, in_reply_to=answered, **words)
    )
    if post is not None:
        return _sent(request, post)
    title = _("Write in “%(thread)s”") % {"thread": found.title}
    way = way_in(forum, (found.title, found.get_absolute_url()), (_("Write"), ""))
    return _writing(request, forum, form, title, way, answered=answered)


def detail(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """One post with what it answers and what answers it."""
    forum = place(request, shelf, slug)
    post = _post(request, forum, pk)
    readable = post.thread.posts.for_audiences_of(request.user).with_words()
    replies = keyset(readable.filter(in_reply_to=post), request, order="id")
    answered = readable.filter(pk=post.in_reply_to_id).first() if post.in_reply_to_id else None
    by = request.acting
    context = {
        "page_title": _("Post in “%(thread)s”") % {"thread": post.thread.title},
        "forum": forum,
        "thread": post.thread,
        "row": rows([post], forum, by)[0],
        "answered": rows([answered], forum, by)[0] if answered else None,
        "page": replies,
        "replies": rows(replies.items, forum, by),
        "may_read_revisions": bool(post.edited_at) and permissions.can_read_revisions(by, post),
        "may_write": permissions.can_write(by, post.thread),
        "breadcrumbs": way_in(
            forum, (post.thread.title, post.thread.get_absolute_url()), (_("This post"), "")
        ),
    }
    return render(request, "communities/posts/detail.html", context)


@login_required
def earlier(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """What an edited post said before, opened on purpose; the look is a line in the ledger."""
    forum = place(request, shelf, slug)
    post = _post(request, forum, pk)
    context = {
        "page_title": _("What it said before"),
        "forum": forum,
        "post": post,
        "revisions": actions.read_revisions(post, by=request.acting),
        "breadcrumbs": way_in(
            forum,
            (post.thread.title, post.thread.get_absolute_url()),
            (_("This post"), post.get_absolute_url()),
            (_("What it said before"), ""),
        ),
    }
    return render(request, "communities/posts/earlier.html", context)


def edit(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """Mend one's own words."""
    forum = place(request, shelf, slug)
    post = _post(request, forum, pk)
    return verb_page(
        request,
        may=permissions.can_edit(request.acting, post),
        form=EditForm(posted(request), initial={"body": post.body}),
        perform=lambda body: actions.edit(post, by=request.acting, body=body),
        done=_("Changed. Readers see that the post was edited."),
        back=post.get_absolute_url(),
        question=_("Edit your post"),
        text=_("What it said before is kept and can be read by you and those who look after this place."),
        submit=_("Save the change"),
        breadcrumbs=way_in(forum, (post.thread.title, post.thread.get_absolute_url()), (_("Edit"), "")),
    )


@require_POST
def withdraw(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    """Take back what was just sent."""
    forum = place(request, shelf, slug)
    post = actions.withdraw(_post(request, forum, pk), by=request.acting)
    messages.success(request, _("Your post was taken back. Nobody sees it any more."))
    is_gone = not Thread.objects.visible_to(request.user).filter(pk=post.thread_id).exists()
    return redirect(forum if is_gone else post.thread)


def hide(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    return _measure(
        request,
        place(request, shelf, slug),
        pk,
        "hide",
        done=_("Hidden for a check. The author has been told why, and the caretakers to look at it."),
        submit=_("Hide the post for a check"),
    )


def restore(request: HttpRequest, shelf: str, slug: str, pk: int) -> HttpResponse:
    return _measure(
        request,
        place(request, shelf, slug),
        pk,
        "restore",
        done=_("Shown again. The author has been told."),
        submit=_("Show the post again"),
    )


def _measure(request: HttpRequest, forum: Forum, pk: int, verb: str, **page: Any) -> HttpResponse:
    post = _post(request, forum, pk)
    label, help_text = _("Reason"), _("The author will read it, and it stands in place of the post.")
    return verb_page(
        request,
        may=getattr(permissions, f"can_{verb}")(request.acting, post),
        form=ReasonForm(posted(request), label=label, help_text=help_text),
        perform=lambda reason: getattr(actions, verb)(post, by=request.acting, reason=reason),
        back=post.thread.get_absolute_url(),
        question=_("%(act)s?") % {"act": page["submit"]},
        text=post.body,
        tone="danger",
        breadcrumbs=way_in(forum, (post.thread.title, post.thread.get_absolute_url()), (page["submit"], "")),
        **page,
    )


def _send(request: HttpRequest, form: WriteForm, send: Any) -> Post | None:
    """Send a valid form; a refusal stands above the words instead of swallowing them."""
    if request.method != "POST" or not form.is_valid():
        return None
    words = {name: value for name, value in form.cleaned_data.items() if value}
    try:
        return send(words)
    except Denied as refusal:
        form.add_error(None, f"{refusal.reason} {refusal.next_step}".strip())
        return None


def _sent(request: HttpRequest, post: Post) -> HttpResponse:
    unsent.drop(request, request.get_full_path())
    messages.success(request, _("Sent. You can take it back for one minute."))
    return redirect(f"{post.thread.get_absolute_url()}#post-{post.pk}" if _is_short(post.thread) else post)


def _is_short(thread: Thread) -> bool:
    """Whether the topic fits one page, so that the new post stands on it."""
    return thread.posts.count() <= 20


def _writing(
    request: HttpRequest, forum: Forum, form: WriteForm, title: str, way: Any, *, answered: Post | None = None
) -> HttpResponse:
    context = {
        "page_title": title,
        "forum": forum,
        "form": form,
        "answered": answered,
        "consent": shown_consent(forum),
        "breadcrumbs": way,
    }
    return render(request, "communities/posts/write.html", context)


def _log_in_first(request: HttpRequest, path: str) -> HttpResponse:
    """The log-in has run out (or there was none): keep the words, come back to them."""
    if request.method == "POST":
        unsent.keep(request, path)
        messages.info(request, _("Please log in. What you wrote is kept and waits for you."))
    return redirect_to_login(path)


def shown_consent(forum: Forum) -> Any:
    """In the rooms the sentence of 第2条ただし書 stands above the send button."""
    return current_text(actions.DEEMED_CONSENT) if forum.is_room else None


def topic(request: HttpRequest, forum: Forum, pk: int) -> Thread:
    found = get_object_or_404(Thread.objects.visible_to(request.user).in_forum(forum), pk=pk)
    found.forum = forum
    return found


def _answered(request: HttpRequest, thread: Thread) -> Post | None:
    number = request.GET.get("reply_to", "")
    if not number.isdecimal():
        return None
    return thread.posts.visible_to(request.user).with_words().filter(pk=number).first()


def _post(request: HttpRequest, forum: Forum, pk: int) -> Post:
    posts = Post.objects.for_audiences_of(request.user).in_forum(forum).with_words()
    post = get_object_or_404(posts, pk=pk)
    post.forum = post.thread.forum = forum
    return post
