namespace XacThuc.Platform.Portal.SignIn;

/// <summary>How a citizen has shown who they are.</summary>
internal enum CitizenWay
{
    /// <summary>By a code to the phone on record: they hold the phone, no more.</summary>
    Phone = 1,

    /// <summary>By VNeID, level 1: what they say of themselves.</summary>
    VNeId1 = 2,

    /// <summary>By VNeID, level 2: whom the police know by card and face.</summary>
    VNeId2 = 3,
}

/// <summary>What VNeID says of somebody; kept in the session alone.</summary>
/// <param name="Name">Full name.</param>
/// <param name="DateOfBirth">Date of birth, day first.</param>
/// <param name="Sex">Sex, as on cards.</param>
/// <param name="Number">The personal number.</param>
internal sealed record VerifiedPerson(string Name, string DateOfBirth, string Sex, string Number)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(VerifiedPerson);
}

/// <summary>Who is served on the portal: nobody of the staff, and never by an account.</summary>
/// <param name="Way">How they have shown who they are.</param>
/// <param name="Records">References of the records that this session may see; may be empty.</param>
internal sealed record Citizen(CitizenWay Way, IReadOnlyList<string> Records)
{
    /// <summary>The phone that a code confirmed, ten digits; empty where none did.</summary>
    public string Phone { get; init; } = "";

    /// <summary>What VNeID says; none for who came by phone.</summary>
    public VerifiedPerson? Person { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(Citizen)} {Way}";
}
