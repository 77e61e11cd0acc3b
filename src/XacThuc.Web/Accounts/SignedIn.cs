using System.Globalization;
using System.Security.Claims;
using XacThuc.Web.Acts;

namespace XacThuc.Web.Accounts;

/// <summary>
/// Whoever is served: a person with an account, or a program with a client. Both act for a unit, on all places below the
/// unit's own.
/// </summary>
/// <param name="Name">Name of the account or client.</param>
/// <param name="UnitId">Key of the unit.</param>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="Path">Path of the unit's place: what starts with it may be touched.</param>
/// <param name="Role">The role; programs act in the role of their client.</param>
public sealed record SignedIn(string Name, long UnitId, string UnitCode, string Path, AccountRole Role)
{
    /// <summary>The person's name, as colleagues know it; the client's own name for a program.</summary>
    public string FullName { get; init; } = Name;

    /// <summary>Claims that carry what is needed, so that no request has to look it up.</summary>
    public IEnumerable<Claim> Claims =>
    [
        new("xt_name", Name), new("xt_unit", UnitId.ToString(CultureInfo.InvariantCulture)), new("xt_unit_code", UnitCode),
        new("xt_path", Path), new("xt_role", Role.ToString()), new("xt_full_name", FullName),
    ];

    /// <summary>Reads the claims; none where nobody is signed in.</summary>
    public static SignedIn? Find(ClaimsPrincipal user) => user.Identity is ProgramIdentity { Program: var program } ? program : Read(user);

    private static SignedIn? Read(ClaimsPrincipal user) => user.FindFirst("xt_unit") is { } unit
        ? new SignedIn(
            user.FindFirst("xt_name")!.Value, long.Parse(unit.Value, CultureInfo.InvariantCulture),
            user.FindFirst("xt_unit_code")!.Value, user.FindFirst("xt_path")!.Value,
            Enum.Parse<AccountRole>(user.FindFirst("xt_role")!.Value))
        {
            FullName = user.FindFirst("xt_full_name")!.Value,
        }
        : null;

    /// <summary>The claims of whoever must be signed in here.</summary>
    public static SignedIn Get(ClaimsPrincipal user) =>
        Find(user) ?? throw new InvalidOperationException("A page without its access rule was reached by nobody.");

    /// <summary>A program whose claims were read once and for all: it asks thousands of times a second.</summary>
    internal sealed class ProgramIdentity : ClaimsIdentity
    {
        public ProgramIdentity(IEnumerable<Claim> claims, string scheme) : base(claims, scheme) => Program = Read(new ClaimsPrincipal(this));

        /// <summary>Who it acts as.</summary>
        public SignedIn? Program { get; }
    }

    /// <summary>Who this is for the audit.</summary>
    public Actor Actor => new(Name, UnitCode, Role.ToString());

    /// <summary>An act of theirs.</summary>
    public Act NewAct(TimeProvider time, string kind, string subject, string reason = "") =>
        new(Actor, time.GetUtcNow(), kind, subject, reason);
}
