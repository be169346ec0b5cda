"""Furniture: whole lines that publishing software prints; sentences that begin alike are not taken for it."""

from __future__ import annotations

import pytest

from zopa.coverage.chrome_lines import (
    comments_follow,
    has_bullet,
    is_furniture,
    is_signature_mark,
    links_follow,
    without_bullet,
)

FURNITURE = """
Skip to main content
Skip to navigation
All Sections
Home / World / Europe
News › Politics › Trade
Share | Print
Share this article
Share on Facebook Share on X
Facebook Twitter WhatsApp
Follow us on Telegram
Follow our channel for more
Support us on Patreon
Donate
Subscribe to our newsletter
Sign up for our free daily newsletter
Get the day's top headlines delivered to your inbox.
ADVERTISEMENT
Advertisement - scroll to continue reading
Story continues below advertisement
Also Read | Seven things to know
Read next: what the strike means for travellers
Read more
Related Articles
In Other News
Most read
More from this author
You may also like
Post a Comment
0 Comments
Comments (12)
No comments yet...
Comments are closed
Be the first to comment
© 2025 The Valley Post
The Valley Post. All rights reserved.
If you notice a spelling error, select it and press Ctrl+Enter
Photo: two delegates shake hands in the harbour. (Agency)
Image credit: Harbour Radio
Credit: AP
Getty Images
FILE - The harbour in winter. (AP Photo)
Delegates arrive at the hotel (Reuters)
Saturday, 9 August 2025, 00:56
25.04.2025 (Updated: 25.04.2025)
Posted June 2, 2025 8:33 am.
4 min read
Filed under: Trade Policy
Download on the App Store
Tags: river, dam
Page 2 of 5
- Share this
* * *
---
""".strip().splitlines()

SENTENCES = """
Share prices fell on Monday after the talks had broken down.
Comments by the minister were met with silence in the hall.
Photographs of the meeting showed both leaders smiling.
Read in full, the treaty promises less than its title.
Support for the offer grew among the members of the union.
Follow-up talks are planned for the autumn.
Advertisers have asked for a share of the proceeds.
Home owners along the river would be paid first.
Print workers walked out on Friday.
Sections of the draft were rejected by both towns.
Donors will meet in March to discuss the fund.
More from the fund would be needed, she said.
Credit was given to the mediator.
Subscribers to the fund would have to agree, the lawyer said.
File sharing between the ministries has stopped.
Related claims will be heard by another court.
On 4 March 2025 the two towns signed the first agreement.
All rights to the water would pass to the lower town.
Listen, she told them, to what the farmers say.
Watch out for the fine print, the adviser warned.
Video of the meeting will not be published, both sides agreed.
Search teams from both countries met at the border.
Get the prisoners home first, the mother of one of them said.
Either side may leave / either side may stay.
Reuters said the two towns had agreed on the price of water.
AFP could not verify the claim.
Photos by the ministry showed the dam in ruins.
The original story was different, three officials said.
By signing up to the plan, the lower town would lose its dam.
The talks will be resumed on Monday in Oslo. (Reuters)
Join us in asking for the release of the prisoners, the mother said.
Find us a mediator and we will talk, the chairman said.
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known(line: str) -> None:
    """Navigation, sharing, newsletters, advertising, pointers, comments, rights, credits, dates."""
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_are_not_furniture(line: str) -> None:
    """A sentence that begins with the same words stays."""
    assert not is_furniture(line)
    assert not comments_follow(line)
    assert not links_follow(line)


@pytest.mark.parametrize("line", ["Related Articles", "In Other News", "Most Read:", "You may also like"])
def test_headings_of_lists_of_links_are_known(line: str) -> None:
    """What follows them are other articles."""
    assert links_follow(line)


@pytest.mark.parametrize("line", ["Comments", "12 Comments", "Post a Comment", "Leave a reply"])
def test_headings_of_comments_are_known(line: str) -> None:
    """What follows them was written by readers."""
    assert comments_follow(line)


def test_bullets_and_signatures() -> None:
    """A bullet is not part of the words; two dashes alone open a mail signature."""
    assert without_bullet("- • By Staff") == "By Staff"
    assert has_bullet("* an item")
    assert not has_bullet("-5 degrees")
    assert is_signature_mark("--")
    assert not is_signature_mark("-- and so on")
