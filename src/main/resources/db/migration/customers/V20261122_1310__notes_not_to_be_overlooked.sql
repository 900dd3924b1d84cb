-- The head of every profile shows these; a customer may have thousands of other notes.
create index note_warnings on note (business_id, customer_id, kind, pinned desc, position)
    where kind in ('allergy', 'medical');
