

namespace XacThuc.Matching.Weighing.Levels;

/// <summary>
/// How often random people of the register agree with a record where the register's own counts do not tell (part of u):
/// measured on random pairs.
/// </summary>
/// <param name="NearNumbers">The chance that a number with one digit changed is somebody's.</param>
/// <param name="NearCommune">The chance to live in a commune with a near-by code.</param>
/// <param name="Sound">The chance of a part of the name that sounds alike, for family, middle and given name.</param>
/// <param name="TwoLetters">The chance of a part of the name with two other letters, likewise.</param>
/// <param name="OneLetterMiddle">The chance of middle words with one other letter.</param>
/// <param name="Moved">The chance that a part of the name stands elsewhere in the record's name.</param>
/// <param name="MissingMiddle">The chance that middle words are missing or added.</param>
internal sealed record ChanceAgreement(
    double NearNumbers, double NearCommune, double[] Sound, double[] TwoLetters, double OneLetterMiddle, double Moved,
    double MissingMiddle)
{
    /// <summary>What is assumed before anything was measured.</summary>
    public static ChanceAgreement Assumed { get; } =
        new(0.005, 0.05, [0.005, 0.005, 0.005], [0.005, 0.005, 0.01], 0.01, 0.02, 0.2);

    /// <summary>Whether all are chances, as a file read may not hold.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => Sound is { Length: 3 } && TwoLetters is { Length: 3 } &&
        new[] { NearNumbers, NearCommune, OneLetterMiddle, Moved, MissingMiddle }.Concat(Sound).Concat(TwoLetters)
            .All(chance => chance is > 0 and <= 1);
}
