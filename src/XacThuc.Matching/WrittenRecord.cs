namespace XacThuc.Matching;

/// <summary>The mandatory fields of one vaccination record, as people wrote them. Empty text stands for absence.</summary>
/// <param name="FullName">Full name.</param>
/// <param name="Sex">Sex.</param>
/// <param name="DateOfBirth">Date of birth.</param>
/// <param name="IdNumber">Personal id, old card number, or whatever stands in its place.</param>
/// <param name="CommuneCode">Code of the commune of residence, or empty: a hint, never compared.</param>
public sealed record WrittenRecord(
    string FullName, string Sex, string DateOfBirth, string IdNumber, string CommuneCode = "")
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(WrittenRecord);
}
