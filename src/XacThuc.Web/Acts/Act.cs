namespace XacThuc.Web.Acts;

/// <summary>Who does something and by which right.</summary>
/// <param name="Name">The account's or client's name; never a citizen's.</param>
/// <param name="UnitCode">The unit on whose behalf.</param>
/// <param name="Role">The role in which.</param>
public sealed record Actor(string Name, string UnitCode, string Role)
{
    /// <summary>The house itself: timers, start-up, the sample.</summary>
    public static Actor House { get; } = new("xacthuc", "", "house");
}

/// <summary>
/// One change of or look at people's data: who, when, what, to what, why. The last argument of every change, and the only
/// way to save, so that the audit cannot be forgotten.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What, as <c>noun.verb</c>; stable.</param>
/// <param name="Subject">To what, as <c>noun:id</c>; never a person's value.</param>
/// <param name="Reason">Why, in the actor's words, where the act asks for it.</param>
public sealed record Act(Actor By, DateTimeOffset At, string Kind, string Subject, string Reason = "");
