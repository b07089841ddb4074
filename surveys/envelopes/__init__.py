"""The double envelope: who may answer on one side, what was answered on the other."""
