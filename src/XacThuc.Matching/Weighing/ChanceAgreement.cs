namespace XacThuc.Matching.Weighing;

/// <summary>
/// How often random people of the register agree with a record where the register's own counts do not tell (part of u):
/// measured on random pairs.
/// </summary>
/// <param name="NearNumbers">The chance that a number with one digit changed is somebody's.</param>
/// <param name="NearCommune">The chance to live in a commune with a near-by code.</param>
/// <param name="CloseFamily">The chance of a family name that is written or sounds much alike.</param>
/// <param name="CloseMiddle">The chance of middle names that are written or sound much alike.</param>
/// <param name="CloseGiven">The chance of a given name that is written or sounds much alike.</param>
/// <param name="Moved">The chance that a part of the name stands elsewhere in the record's name.</param>
/// <param name="MissingMiddle">The chance that middle words are missing or added.</param>
internal sealed record ChanceAgreement(
    double NearNumbers, double NearCommune, double CloseFamily, double CloseMiddle, double CloseGiven, double Moved,
    double MissingMiddle)
{
    /// <summary>What is assumed before anything was measured.</summary>
    public static ChanceAgreement Assumed { get; } = new(0.005, 0.05, 0.01, 0.01, 0.02, 0.02, 0.2);
}
