using Microsoft.AspNetCore.Mvc.RazorPages;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>Where citizens begin: what they can do here, in four ways.</summary>
internal sealed class FirstPage : PageModel;
