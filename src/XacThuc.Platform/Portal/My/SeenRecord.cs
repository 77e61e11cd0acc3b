using XacThuc.Platform.Records;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.My;

/// <summary>By which right a citizen sees a record.</summary>
internal enum SeenAs
{
    /// <summary>It is theirs.</summary>
    Own = 1,

    /// <summary>They answer for the child whom it is about.</summary>
    Guardian = 2,

    /// <summary>The person agreed to it.</summary>
    Family = 3,
}

/// <summary>A record that a citizen may see, and why.</summary>
internal sealed record SeenRecord(VaccinationRecord Record, SeenAs As)
{
    /// <summary>What the audit calls whoever looks: nobody by name.</summary>
    public Actor Actor => new("portal", "", As switch
    {
        SeenAs.Own => "citizen",
        SeenAs.Guardian => "guardian",
        SeenAs.Family => "family",
    });

    /// <summary>Whether they may do more than look.</summary>
    public bool MayAct => As != SeenAs.Family;

    /// <summary>What it is to the audit.</summary>
    public string Subject => $"record:{Record.Ref}";

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(SeenRecord)} {As}";
}
