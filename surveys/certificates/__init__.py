"""Who stands before the answer screen: certificates, their authorities, and what is checked."""
