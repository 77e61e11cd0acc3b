using XacThuc.Register.Tests.Houses;
using Xunit.Runner.InProc.SystemConsole;

// Some tests kill a house: this program is then the house, too.
if (args is [ChildHouse.Word, .. var words]) return await ChildHouse.Live(words);
return await ConsoleRunner.Run(args);
