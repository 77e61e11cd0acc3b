namespace XacThuc.Matching;

/// <summary>A person whom a record may be about.</summary>
/// <param name="Rank">1 for the most likely.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Probability">That the record is about this person, calibrated over all candidates and nobody.</param>
/// <param name="Reasons">How the record differs from the person.</param>
public readonly record struct Suggestion(int Rank, PersonalId Person, double Probability, Reasons Reasons);
