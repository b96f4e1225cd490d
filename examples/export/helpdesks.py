"""How each helpdesk hands out its saved replies: where they are, how it knows who asks, and how its
pages follow each other. What is written is the helpdesk's own shape, which tonelint knows."""

import dataclasses
import typing

from fetch import Api, basic, bearer


def pages_by_address(api, path, items, following):
    """Pages that say where the next one is."""
    while path:
        page = api.get(path)
        yield from items(page)
        path = following(page)


def pages_by_cursor(api, path, items, cursor_of, name, **parameters):
    """Pages that name a place to go on from."""
    cursor = {}
    while True:
        page = api.get(path, **parameters, **cursor)
        yield from items(page)
        mark = cursor_of(page)
        if not mark:
            return
        cursor = {name: mark}


def pages_by_number(api, path, size, **parameters):
    """Pages that end with one that is not full."""
    number = 1
    while True:
        page = api.get(path, page=number, per_page=size, **parameters)
        yield from page
        if len(page) < size:
            return
        number += 1


def zendesk(api, _):
    return {"macros": list(pages_by_address(
        api, "/api/v2/macros.json?active=true&per_page=100",
        lambda page: page["macros"], lambda page: page.get("next_page")))}


def freshdesk(api, _):
    replies = []
    for folder in api.get("/api/v2/canned_response_folders"):
        found = api.get(f"/api/v2/canned_response_folders/{folder['id']}/responses")
        for each in found:  # the list leaves out the texts
            replies.append(api.get(f"/api/v2/canned_responses/{each['id']}"))
    return replies


def helpscout(api, options):
    token = api.post("/v2/oauth2/token", {
        "grant_type": "client_credentials", "client_id": options["id"],
        "client_secret": options["secret"]})
    api.headers.update(bearer(token["access_token"]))
    path = f"/v2/mailboxes/{options['mailbox']}/saved-replies"
    return [api.get(f"{path}/{each['id']}")  # the list has the beginnings only
            for each in api.get(path, includeChatReplies="true")]


def intercom(api, _):
    return {"type": "list", "data": list(pages_by_cursor(
        api, "/macros", lambda page: page["data"],
        lambda page: ((page.get("pages") or {}).get("next") or {}).get("starting_after"),
        "starting_after", per_page=50))}


def front(api, _):
    return {"_results": list(pages_by_address(
        api, "/message_templates", lambda page: page["_results"],
        lambda page: (page.get("_pagination") or {}).get("next")))}


def gorgias(api, _):
    return {"data": list(pages_by_cursor(
        api, "/api/macros", lambda page: page["data"],
        lambda page: (page.get("meta") or {}).get("next_cursor"), "cursor", limit=100))}


def zammad(api, _):
    return list(pages_by_number(api, "/api/v1/text_modules", 100))


def chatwoot(api, options):
    return api.get(f"/api/v1/accounts/{options['account']}/canned_responses")


@dataclasses.dataclass
class Helpdesk:
    """The settings are variables of the environment, each with the prefix of the name."""
    base: str                        # address; {site} comes from the settings
    settings: typing.List[str]       # that are needed
    headers: typing.Callable         # from the settings
    replies: typing.Callable         # (api, settings): what to write


HELPDESKS = {
    "zendesk": Helpdesk("https://{site}.zendesk.com", ["site", "email", "token"],
                        lambda s: basic(s["email"] + "/token", s["token"]), zendesk),
    "freshdesk": Helpdesk("https://{site}.freshdesk.com", ["site", "key"],
                          lambda s: basic(s["key"], "X"), freshdesk),
    "helpscout": Helpdesk("https://api.helpscout.net", ["id", "secret", "mailbox"],
                          lambda s: {}, helpscout),
    "intercom": Helpdesk("https://api.intercom.io", ["token"],
                         lambda s: {**bearer(s["token"]), "Intercom-Version": "2.16"}, intercom),
    "front": Helpdesk("https://api2.frontapp.com", ["token"], lambda s: bearer(s["token"]), front),
    "gorgias": Helpdesk("https://{site}.gorgias.com", ["site", "email", "key"],
                        lambda s: basic(s["email"], s["key"]), gorgias),
    "zammad": Helpdesk("{url}", ["url", "token"],
                       lambda s: {"Authorization": f"Token token={s['token']}"}, zammad),
    "chatwoot": Helpdesk("{url}", ["url", "token", "account"],
                         lambda s: {"api_access_token": s["token"]}, chatwoot),
}


def open_api(name, settings, **options):
    """`url` among the settings takes the place of the usual address."""
    helpdesk = HELPDESKS[name]
    base = settings.get("url") or helpdesk.base.format(**settings)
    return Api(base, helpdesk.headers(settings), **options)
