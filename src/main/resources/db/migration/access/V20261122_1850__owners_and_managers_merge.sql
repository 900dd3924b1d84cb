-- As in businesses that begin today.
update role set permissions = permissions || 'customer.merge'::text, version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'customer.merge' = any(permissions);
