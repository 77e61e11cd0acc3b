namespace XacThuc.Matching;

/// <summary>One person of a register file, as written there. Empty text stands for an absent value.</summary>
/// <param name="PersonalId">12 digits.</param>
/// <param name="OldId">9 digits, or empty.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Sex">Sex.</param>
/// <param name="DateOfBirth">ISO 8601: a full date, year and month, or year.</param>
/// <param name="CommuneCode">Code of the commune of residence (General Statistics Office), or empty.</param>
public sealed record WrittenPerson(
    string PersonalId, string OldId, string FullName, string Sex, string DateOfBirth, string CommuneCode)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(WrittenPerson);
}
