namespace XacThuc.Exchange.Messages;

/// <summary>A part of a list of people to be vaccinated (dispatch 8938, step 2) on its way to the police of their commune.</summary>
/// <param name="List">The list's number, the same in every message about it.</param>
/// <param name="Title">What the health side calls it.</param>
/// <param name="UnitCode">The unit that drew it up.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="CommuneCode">The commune whose residents it is about.</param>
/// <param name="DueAt">By when the answer is needed.</param>
/// <param name="Count">How many lines the whole list has.</param>
/// <param name="Digest">Digest of the whole list (<see cref="ListDigest"/>).</param>
/// <param name="Lines">The lines of this part; nothing is filled in.</param>
public sealed record SurveyListSent(
    string List, string Title, string UnitCode, string UnitName, string CommuneCode, DateTimeOffset DueAt, int Count, string Digest,
    IReadOnlyList<ListLine> Lines) : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "survey.list.v1";

    string IBorderMessage<Receipt>.Subject => $"survey:{List}";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(SurveyListSent);
}

/// <summary>A list of people to be vaccinated on its way back, verified and signed.</summary>
/// <param name="List">The list's number.</param>
/// <param name="Content">The canonical form of a <see cref="SignedList"/>.</param>
/// <param name="Signature">Detached JWS over it by the police house's key.</param>
public sealed record SurveyListSigned(string List, string Content, string Signature) : IBorderMessage<SignedListReceipt>
{
    static string IBorderMessage<SignedListReceipt>.Kind => "survey.signed.v1";

    string IBorderMessage<SignedListReceipt>.Subject => $"survey:{List}";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(SurveyListSigned);
}

/// <summary>A list of people to be vaccinated that the police give back without a verdict: the unit is to look at it again.</summary>
/// <param name="List">The list's number.</param>
/// <param name="Reason">What is to be done, in the officer's words.</param>
/// <param name="ReturnedBy">The police unit.</param>
/// <param name="ReturnedAt">When.</param>
public sealed record SurveyListReturned(string List, string Reason, string ReturnedBy, DateTimeOffset ReturnedAt) : IBorderMessage<Receipt>
{
    static string IBorderMessage<Receipt>.Kind => "survey.returned.v1";

    string IBorderMessage<Receipt>.Subject => $"survey:{List}";

    /// <summary>Nothing of the list.</summary>
    public override string ToString() => nameof(SurveyListReturned);
}
