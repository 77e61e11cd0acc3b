namespace XacThuc.Exchange.Messages;

/// <summary>What an officer decided of a wrong record.</summary>
public enum DecisionKind
{
    /// <summary>This is the person, the record should read so: the corrected values come with it.</summary>
    Released = 1,

    /// <summary>The register was wrong and has been corrected: authenticate again.</summary>
    RegisterCorrected = 2,

    /// <summary>The person must bring papers.</summary>
    AskPerson = 3,

    /// <summary>Nobody in the register is this person.</summary>
    NotFound = 4,
}

/// <summary>A decision on one case. The only message that carries values of the register, and only on an officer's word.</summary>
/// <param name="CaseId">The register side's number of the case.</param>
/// <param name="Ref">The record.</param>
/// <param name="Version">The version of the record that was decided on; a newer one makes the decision void.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="FullName">Corrected name, where released and different.</param>
/// <param name="Sex">Corrected sex (Nam, Nữ), likewise.</param>
/// <param name="DateOfBirth">Corrected date of birth (<c>dd/MM/yyyy</c>, <c>MM/yyyy</c>, <c>yyyy</c>), likewise.</param>
/// <param name="IdNumber">Corrected number, likewise.</param>
/// <param name="Note">What the person must bring, or another word to the health unit.</param>
/// <param name="DecidedBy">The police unit.</param>
/// <param name="DecidedAt">When.</param>
public sealed record DecisionMade(
    long CaseId, string Ref, int Version, DecisionKind Kind, string? FullName, string? Sex, string? DateOfBirth, string? IdNumber,
    string Note, string DecidedBy, DateTimeOffset DecidedAt) : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "decision.made.v1";

    string IBorderMessage<Receipt>.Subject => $"record:{Ref}";

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(DecisionMade);
}

/// <summary>Records whose person's identity changed: they must be authenticated again. No values.</summary>
public sealed record RecordsToAuthenticateAgain(IReadOnlyList<string> Refs) : IBorderMessage<Receipt>
{
    /// <inheritdoc/>
    public static string Kind => "records.again.v1";
}
