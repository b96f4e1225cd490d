"""The osTicket plugin, run by PHP in as much of osTicket as it needs, and its page in a browser."""

import unittest
import urllib.error
import urllib.request
import zipfile

from desk import HERE, DeskTest, OverPage, php


class OsTicket(OverPage, DeskTest):
    address = "scp/tickets.php"

    def site(self):
        with zipfile.ZipFile(self.package(self, "osticket")) as package:
            package.extractall(self.folder)

    def server(self):
        return php(HERE / "hosts" / "osticket.php", TONELINT_PLUGIN=str(self.folder / "tonelint"))

    def test_only_the_helpdesks_own_page_may_ask(self):
        address = f"http://127.0.0.1:{self.host}/scp/ajax.php/tonelint/v1/check"
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address, data=b'{"reply":"x"}')
        self.assertEqual(refused.exception.code, 400)


if __name__ == "__main__":
    unittest.main()
