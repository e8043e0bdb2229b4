"""Beyond one machine: two processes of the app, one PostgreSQL, and nginx before them."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from storage import LOCAL, answers, offices, open_store, tables
from tests.running import CONTACT, HOSTED, SAVED, TOGETHER, answer
from tests.storage.databases import new_database, running_server
from tools.app import App
from tools.browser import settle
from tools.proxy import nginx_path, running_proxy
from tools.sign_in_service import running_service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tools.proxy import Proxy

PAGE = "/assess"
PATH = f"{PAGE}?lang=nb&section=contact"
PATIENCE = 60_000  # milliseconds; a browser that finds nobody tries again after ever longer pauses
DELETED = (31, 29)
LEFT_ALONE = 2.5  # seconds, more than the fail_timeout of the configuration


@dataclass(frozen=True)
class Service:
    """All that a server has running."""

    apps: tuple[App, App]
    proxy: Proxy
    database: str

    def app_of(self, path: str) -> App:
        """The process that answered last for a path."""
        return next(app for app in self.apps if app.address == self.proxy.ways(path)[-1])


@dataclass
class Guest:
    """Somebody who comes through nginx, and keeps its cookie as a browser does."""

    service: Service
    cookies: dict[str, str] = field(default_factory=dict)

    def way(self) -> str:
        """The process that a page comes from."""
        before = len(self.service.proxy.ways("/method"))
        connection = HTTPConnection(urlsplit(self.service.proxy.address).netloc, timeout=30)
        kept = {"Cookie": "; ".join(one.split(";")[0] for one in self.cookies.values())}
        connection.request("GET", "/method", headers=kept)
        with closing(connection), connection.getresponse() as response:
            assert response.status == 200
            response.read()
            given = response.headers.get_all("Set-Cookie", [])
            self.cookies |= {one.split("=")[0]: one for one in given}
        while len(ways := self.service.proxy.ways("/method")) == before:
            time.sleep(0.01)  # nginx writes it down when the answer has gone
        return ways[-1]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    nginx = nginx_path()
    if nginx is None:
        pytest.skip("nginx is not installed (on Debian: apt-get install nginx-light)")
    folder = tmp_path_factory.mktemp("nginx")
    with running_server() as server, running_service() as provider:
        url = new_database(server)
        put_in_deleted(url)
        told = HOSTED | {"TIKAMP_DATABASE_URL": url, "STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml")}
        one, two = (App(tmp_path_factory.mktemp("app"), told) for _ in range(2))
        with running_proxy(nginx, folder, one=one.address, two=two.address) as proxy:
            provider.secrets_file(folder, proxy.address)
            provider.be("Kari")
            try:
                with ThreadPoolExecutor(2) as pool:
                    list(pool.map(App.start, (one, two)))
                yield Service((one, two), proxy, url)
            finally:
                one.kill()
                two.kill()


def put_in_deleted(url: str) -> None:
    """Offices that were deleted so many days ago, before the app is started for the first time."""
    store = open_store(url)
    for days in DELETED:
        office_id = offices.create(store, LOCAL, name=f"{days}")
        with store.write() as session:
            office = session.get_one(tables.Office, office_id)
            office.deleted_at = dt.datetime.now(dt.UTC) - dt.timedelta(days=days)
    store.close()


@contextmanager
def killed(app: App) -> Iterator[None]:
    """Without one of the processes, which is there again afterwards and has its visitors back."""
    app.kill()
    try:
        yield
    finally:
        app.start()
        time.sleep(LEFT_ALONE)


@pytest.fixture
def page(service: Service, browser: Browser) -> Iterator[Page]:
    """The form, as someone has it who has just signed in."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{service.proxy.address}{PATH}")
    settle(page)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    expect(answer(page, CONTACT, "Ja")).to_be_visible(timeout=PATIENCE)
    settle(page)
    yield page
    context.close()


@pytest.fixture
def there(service: Service, browser: Browser, page: Page) -> Iterator[Page]:
    """The same person in another browser, whom nginx leads to the other process."""
    way = Guest(service)
    while way.way() == service.app_of(PAGE).address:
        way = Guest(service)
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, storage_state=page.context.storage_state()
    )
    name, _, word = way.cookies["tikamp_way"].split(";")[0].partition("=")
    context.add_cookies([{"name": name, "value": word, "url": service.proxy.address}])
    yield context.new_page()
    context.close()


def give(page: Page, question: str | re.Pattern[str], word: str) -> None:
    """Answers, and waits until the page says that it is stored."""
    answer(page, question, word).click(timeout=PATIENCE)
    shows(page, question, word)
    settle(page)
    expect(page.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible(timeout=PATIENCE)


def shows(page: Page, question: str | re.Pattern[str], word: str) -> None:
    expect(answer(page, question, word)).to_have_attribute("aria-checked", "true", timeout=PATIENCE)


def stored(page: Page, database: str) -> list[tuple[str, str]]:
    """Every answer that was ever stored in the page's assessment, oldest first: column and text."""
    store = open_store(database)
    here = parse_qs(urlsplit(page.url).query)["a"][0]
    found = answers.history(store, LOCAL, assessment_id=here)
    store.close()
    return [(one.column, one.text) for one in reversed(found)]


# ------------------------------------------------------------------ people
@pytest.mark.browser
def test_what_is_given_through_one_is_in_the_other_which_goes_on_when_the_first_is_killed(
    service: Service, page: Page, there: Page
) -> None:
    mine = service.app_of(PAGE)
    give(page, CONTACT, "Ja")
    there.goto(page.url)
    settle(there)
    assert service.app_of(PAGE) is not mine
    shows(there, CONTACT, "Ja")
    give(there, TOGETHER, "Nei")
    give(page, CONTACT, "Delvis")
    shows(page, TOGETHER, "Nei")  # a run of the first, which catches up
    with killed(mine):
        give(page, CONTACT, "Nei")  # the page came back by itself, signed in, and its first click is heard
        shows(page, TOGETHER, "Nei")
    assert stored(page, service.database) == [
        ("contact_person", "yes"),
        ("joint_follow_up", "no"),
        ("contact_person", "partly"),
        ("contact_person", "no"),
    ]


def test_what_was_deleted_long_ago_is_gone_by_the_start_and_told_once_though_both_do_it(
    service: Service,
) -> None:
    store, until = open_store(service.database), time.monotonic() + 20
    while len(offices.deleted(store, LOCAL)) == len(DELETED) and time.monotonic() < until:
        time.sleep(0.1)
    assert [one.name for one in offices.deleted(store, LOCAL)] == ["29"]
    with store.read() as session:
        told = session.scalars(select(tables.Audit.what).where(tables.Audit.what == "purged")).all()
    store.close()
    assert told == ["purged"]


# ------------------------------------------------------------------ the way
def test_a_guest_stays_with_one_process_and_many_share_them(service: Service) -> None:
    guests = [Guest(service) for _ in range(30)]
    ways = [guest.way() for guest in guests]
    assert min(Counter(ways)[app.address] for app in service.apps) >= 3
    assert [{guest.way(), guest.way()} for guest in guests] == [{way} for way in ways]
    cookie = guests[0].cookies["tikamp_way"]
    assert re.fullmatch(r"tikamp_way=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax", cookie)


def test_while_a_process_is_gone_its_guests_have_the_other_and_come_back(service: Service) -> None:
    guests = [Guest(service) for _ in range(10)]
    ways = [guest.way() for guest in guests]
    gone, left = service.apps
    with killed(gone):
        assert {guest.way() for guest in guests} == {left.address}
    assert [guest.way() for guest in guests] == ways
