-- What a letter brings along, by where it can be made again when it goes or is looked at: a paper, such as an invoice. `masked` is
-- how a secret of it, such as the code of a gift card, stands in the text: the outbox never holds the secret itself.
alter table message add column enclosed_kind text;
alter table message add column enclosed_id uuid;
alter table message add column enclosed_name text;
alter table message add column masked text;
alter table message add constraint message_enclosed
    check ((enclosed_kind is null) = (enclosed_id is null) and (enclosed_kind is null) = (enclosed_name is null)
        and (masked is null or enclosed_kind is not null));

-- Codes that stand in letters already go, and not into the change log either.
alter table message disable trigger user;
update message m set enclosed_kind = 'gift_card', enclosed_id = g.id, enclosed_name = 'gift-' || g.code_end || '.pdf',
    masked = '···· ' || g.code_end,
    plain_text = regexp_replace(m.plain_text, '([2-9A-HJ-NP-Z]{4}-){3}' || g.code_end, '···· ' || g.code_end),
    html_text = regexp_replace(m.html_text, '([2-9A-HJ-NP-Z]{4}-){3}' || g.code_end, repeat('&middot;', 4) || ' ' || g.code_end)
from gift_card g
where g.business_id = m.business_id and m.purpose = 'gift_card' and m.plain_text ~ ('([2-9A-HJ-NP-Z]{4}-){3}' || g.code_end);
alter table message enable trigger user;
