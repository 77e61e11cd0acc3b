using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace XacThuc.Web.Accounts.Operate;

/// <summary>The accounts of the operator's places.</summary>
internal sealed class AccountsPage(AccountDesk desk, TimeProvider time) : PageModel
{
    /// <summary>How many are shown at most; more are found by their name.</summary>
    public const int Most = 500;

    /// <summary>A part of a user name, name or unit.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Sought { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGet(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var found = desk.Of(SignedIn.Get(User));
        if (Sought?.Trim() is { Length: > 0 } part)
        {
            var plain = part.ToUpperInvariant();
            found = found.Where(account => account.NormalizedUserName!.Contains(plain)
                || account.FullName.Contains(part) || account.Unit!.Name.Contains(part) || account.Unit.Code.Contains(plain));
        }

        Rows = await found.OrderBy(account => account.NormalizedUserName).Take(Most).Select(account => new Row(
            account.Id, account.UserName!, account.FullName, account.Unit!.Name, account.Role,
            account.IsClosed, account.LockoutEnd != null && account.LockoutEnd > now, account.MustChangePassword,
            account.TwoFactorEnabled)).ToListAsync(stop);
    }

    /// <summary>One account of the list.</summary>
    internal sealed record Row(
        long Id, string User, string FullName, string Unit, AccountRole Role, bool IsClosed, bool IsLocked, bool HasFirstPassword,
        bool HasSecondFactor);
}
