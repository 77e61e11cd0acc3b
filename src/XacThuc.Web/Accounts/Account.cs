using Microsoft.AspNetCore.Identity;
using XacThuc.Web.Units;

namespace XacThuc.Web.Accounts;

/// <summary>One person's way into a house. It belongs to a unit and acts on that unit's subtree in one role.</summary>
public sealed class Account : IdentityUser<long>
{
    /// <summary>The person's name, shown to colleagues.</summary>
    public required string FullName { get; set; }

    /// <summary>Key of the unit.</summary>
    public required long UnitId { get; set; }

    /// <summary>The unit.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What the person may do.</summary>
    public required AccountRole Role { get; set; }

    /// <summary>Whether the password was given by somebody else and must be changed first.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether the account was closed; it stays for the audit.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The language the person reads, vi or en; the browser's choice where none is set.</summary>
    public string? Language { get; set; }

    /// <summary>The time step of the last code used: no code opens twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Whether it was made with the sample; its password is known to everybody.</summary>
    public bool IsSample { get; init; }
}
