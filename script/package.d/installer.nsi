; The installer for Windows: for one user, without an administrator. It leaves drafts alone, also when it takes the program away.
; makensis -DVERSION=… -DFOLDER=… -DOUT=… -DICON=… installer.nsi
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh

Name "Avtalebok"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Avtalebok"
InstallDirRegKey HKCU "Software\Avtalebok" "Folder"
RequestExecutionLevel user
ManifestDPIAware true
BrandingText "Avtalebok ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Avtalebok"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Avtalebok"
VIAddVersionKey "LegalCopyright" "MIT"

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Avtalebok"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\avtalebok.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is used where the system has none of them.
!insertmacro MUI_LANGUAGE "NorwegianNynorsk"
!insertmacro MUI_LANGUAGE "Norwegian"
!insertmacro MUI_LANGUAGE "English"

; Takes away what an installer has laid there, by name: nothing else that lies in the folder.
!macro RemoveProgram
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\LESMEG.txt"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICES.txt"
  RMDir /r "$INSTDIR\apertium\apertium-nno-nob"
  RMDir /r "$INSTDIR\apertium\modes"
  Delete "$INSTDIR\apertium\copyright.txt"
  Delete "$INSTDIR\apertium\GPL-2.txt"
  Delete "$INSTDIR\apertium\GPL-3.txt"
  Delete "$INSTDIR\apertium\NOTICE.txt"
  RMDir "$INSTDIR\apertium"
!macroend

; Windows does not let go of a program that runs.
!macro RemoveRunning
  ClearErrors
  Delete "$INSTDIR\avtalebok.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(running)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

Section
  SetOutPath "$INSTDIR"
  !insertmacro RemoveRunning
  !insertmacro RemoveProgram
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\avinstaller.exe"
  CreateShortcut "$SMPROGRAMS\Avtalebok.lnk" "$INSTDIR\avtalebok.exe"
  WriteRegStr HKCU "Software\Avtalebok" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "Avtalebok"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\avtalebok.exe"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\avinstaller.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\avinstaller.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro RemoveRunning
  !insertmacro RemoveProgram
  Delete "$INSTDIR\avinstaller.exe"
  RMDir "$INSTDIR" ; only if nothing else lies there
  Delete "$SMPROGRAMS\Avtalebok.lnk"
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "Software\Avtalebok"
SectionEnd

LangString running ${LANG_NORWEGIANNYNORSK} "Avtalebok er open. Lukk programmet, og prøv ein gong til."
LangString running ${LANG_NORWEGIAN} "Avtalebok er åpen. Lukk programmet, og prøv en gang til."
LangString running ${LANG_ENGLISH} "Avtalebok is open. Close it and try again."
